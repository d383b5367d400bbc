package org.callwright.restcomm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callwright.restcomm.World.ACME;

import com.twilio.sdk.TwilioRestClient;
import com.twilio.sdk.TwilioRestException;
import com.twilio.sdk.resource.instance.Account;
import com.twilio.sdk.resource.instance.Call;
import com.twilio.sdk.resource.instance.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callwright.accounts.TokenHash;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.OutboundCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client library that somebody else wrote works with this server once its endpoint is set. */
class TwilioSdkTest {

    /** The library takes no token of another length. */
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    private World world;
    private Account account;

    @BeforeEach
    void start() {
        world = new World(folder);
        world.accountStore.save(new org.callwright.accounts.Account(ACME.sid(), ACME.organization(), ACME.parent(),
                ACME.email(), ACME.friendlyName(), ACME.status(), ACME.role(), TokenHash.of(TOKEN), ACME.created(),
                ACME.updated()));
        account = client(TOKEN).getAccount();
    }

    private TwilioRestClient client(String token) {
        return new TwilioRestClient(ACME.sid().value(), token, "http://127.0.0.1:" + world.port() + "/restcomm");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void callsShouldBeListedOverAllPages() {
        for (int i = 0; i < 5; i++) {
            world.archive.addCall(ACME.sid(), i);
        }
        List<String> sids = new ArrayList<>();
        for (Call call : account.getCalls(Map.of("PageSize", "2"))) {
            sids.add(call.getSid() + call.getStatus());
        }
        assertThat(sids).hasSize(5).doesNotHaveDuplicates().allMatch(text -> text.endsWith("completed"));
    }

    @Test
    void callShouldBeFoundBySid() {
        String sid = world.archive.addCall(ACME.sid(), 1).sid().value();
        assertThat(account.getCall(sid).getFrom()).isEqualTo("alice");
        assertThat(account.getCall(sid).getDirection()).isEqualTo("inbound");
    }

    @Test
    void whoAnsweredShouldReachTheClient() {
        String sid = world.archive.addFullCall(ACME.sid(), 1).sid().value();
        assertThat(account.getCall(sid).getAnsweredBy()).isEqualTo("machine_end_beep");
    }

    @Test
    void callShouldBeCreated() throws TwilioRestException {
        Call call = account.getCallFactory().create(Map.of(
                "From", "+15550001", "To", "+15551000", "Url", "http://app.example/voice"));
        assertThat(call.getStatus()).isEqualTo("queued");
        OutboundCall placed = world.engine.placed.get(0);
        assertThat(placed.account()).isEqualTo(ACME.sid());
        assertThat(placed.targetUri()).isEqualTo("sip:+15551000@trunk.example:5060");
    }

    @Test
    void refusalShouldReachTheCallerAsAnException() {
        assertThatThrownBy(() -> account.getCallFactory().create(Map.of("From", "1", "To", "2")))
                .isInstanceOf(TwilioRestException.class).hasMessageContaining("Url can not be null.");
        assertThatThrownBy(() -> client("f".repeat(32)).getAccount().getCallFactory().create(Map.of("From", "1")))
                .isInstanceOf(TwilioRestException.class).hasMessageContaining("Unknown account or wrong password");
    }

    @Test
    void recordingShouldBeListedAndDeletedWithItsAudio() throws Exception {
        RecordingRecord first = world.archive.addRecording(ACME.sid(), 1);
        world.archive.addRecording(ACME.sid(), 2);
        Path audio = Files.write(folder.resolve(first.sid() + ".wav"), new byte[44]);
        List<Recording> recordings = recordings();
        assertThat(recordings).hasSize(2);
        Recording recording = recordings.get(0);
        assertThat(recording.getSid()).isEqualTo(first.sid().value());
        assertThat(recording.getCallSid()).isEqualTo(first.call().value());
        assertThat(recording.delete()).isTrue();
        assertThat(audio).doesNotExist();
        assertThat(recordings()).hasSize(1);
    }

    private List<Recording> recordings() {
        List<Recording> all = new ArrayList<>();
        account.getRecordings().forEach(all::add);
        return all;
    }
}
