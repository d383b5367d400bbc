package org.callwright.call.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callwright.call.CallScript.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.callwright.call.CallScript;
import org.callwright.call.Effect;
import org.callwright.call.World;
import org.callwright.call.record.MessageRecord;
import org.callwright.call.value.RecordingOutcome.Reason;
import org.junit.jupiter.api.Test;

class RowCodecTest {

    /** Of the shape below; a new shape needs a new {@link RowCodec#VERSION} and then a new fingerprint here. */
    private static final int FINGERPRINT = -702489457;

    /** Of a call that writes rows of nearly every kind. */
    private static List<Effect.Record> rows() {
        CallScript call = script().invite().destination(World.shopWithStatusCallback())
                .rcml("<Say>Hi</Say><Dial>1</Dial><Record/><Record timeout=\"2\"/>").mediaAnswered().acknowledged()
                .promptEnded().recordingEnded(Reason.SILENCE, 0).recordingEnded(Reason.STOPPED, 1_250).hungUp();
        List<Effect.Record> rows = new ArrayList<>(call.all(Effect.Record.class));
        rows.add(new Effect.SaveMessage(
                new MessageRecord(World.CALL, World.SHOP, World.MORNING, true, Optional.of("7"), "no voice")));
        return rows;
    }

    @Test
    void everyRowShouldBeReadBackAsItWasWritten() {
        List<Effect.Record> rows = rows();
        assertThat(rows).extracting(row -> (Object) row.getClass())
                .contains((Object[]) Effect.Record.class.getPermittedSubclasses());
        assertThat(rows).allSatisfy(row -> assertThat(RowCodec.decode(RowCodec.encode(row))).isEqualTo(row));
    }

    @Test
    void otherBytesShouldBeRefused() {
        byte[] bytes = RowCodec.encode(rows().get(0));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> RowCodec.decode(cut)).isInstanceOf(SessionCodecException.class);
        }
        bytes[1] = 99;
        assertThatThrownBy(() -> RowCodec.decode(bytes)).hasMessageContaining("version of rows 99");
        bytes[0] = SessionCodec.FORMAT;
        assertThatThrownBy(() -> RowCodec.decode(bytes)).hasMessageContaining("not a row");
    }

    @Test
    void shapeOfRowsShouldOnlyChangeWithTheirVersion() {
        TreeMap<String, String> shape = new TreeMap<>();
        SessionCodecTest.describe(Effect.Record.class, shape);
        assertThat(RowCodec.VERSION).isEqualTo((byte) 3);
        assertThat(shape.toString().hashCode()).as(shape.toString()).isEqualTo(FINGERPRINT);
    }
}
