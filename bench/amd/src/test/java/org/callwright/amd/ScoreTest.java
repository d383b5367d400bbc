package org.callwright.amd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.callwright.amd.corpus.Answer;
import org.callwright.amd.corpus.Kind;
import org.callwright.amd.corpus.Part;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MachineDetection.Mode;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private static Answer answer(Kind kind, short... samples) {
        return new Answer(Part.TEST, kind, "group", "quiet", "name", samples, new BitSet(), 0, -1);
    }

    private static Verdict verdict(Kind kind, AnsweredBy answeredBy, int millis) {
        return new Verdict(answer(kind), answeredBy, millis);
    }

    @Test
    void unknownShouldBeWrongForBothKinds() {
        Score score = new Score(List.of(verdict(Kind.HUMAN, AnsweredBy.HUMAN, 2000),
                verdict(Kind.HUMAN, AnsweredBy.UNKNOWN, 5000), verdict(Kind.MACHINE, AnsweredBy.MACHINE_START, 3000),
                verdict(Kind.MACHINE, AnsweredBy.HUMAN, 2000), verdict(Kind.MACHINE, AnsweredBy.UNKNOWN, 5000),
                verdict(Kind.MACHINE, AnsweredBy.MACHINE_END_BEEP, 7000)));
        assertThat(score.of(Kind.HUMAN).right()).isEqualTo(0.5);
        assertThat(score.of(Kind.MACHINE).right()).isEqualTo(0.5);
        assertThat(score.told(AnsweredBy.UNKNOWN).size()).isEqualTo(2);
        assertThat(score.meanSeconds()).isEqualTo(4);
        assertThat(score.seconds(0.5)).isEqualTo(5);
        assertThat(score.seconds(0.95)).isEqualTo(7);
    }

    @Test
    void verdictShouldBeTheDetectorsOwn() {
        Verdict silence = Verdict.of(answer(Kind.HUMAN, new short[8000 * 6]), MachineDetection.of(Mode.ENABLE));
        assertThat(silence.answeredBy()).isEqualTo(AnsweredBy.UNKNOWN);
        assertThat(silence.millis()).isEqualTo(5000);
        assertThat(silence.right()).isFalse();
    }
}
