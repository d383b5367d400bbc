package org.callwright.media.mgcp.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.media.mgcp.Soon.result;
import static org.callwright.media.mgcp.Soon.soon;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.PlayResult;
import org.junit.jupiter.api.Test;

/** What comes to the call agent's port beside what media servers tell: a call that is up must not notice. */
class HostileServerTest extends ScriptedWorld {

    private static final List<String> MESSAGES = List.of(
            "200 %d OK\nI: 9\nZ: callwright/ivr/9@h\n\nv=0\no=- 1 1 IN IP4 192.0.2.9\ns=-\nt=0 0\n",
            "100 %d wait\n", "000 %d\n", "200 %d OK\nK:\n", "500 %d unknown\n", "999 %d ?\n", "2000 %d\n", "200\n",
            "250 %d\nP: PS=99999999999999999999, PR=-1, JI=x, =,,=\n",
            "NTFY %d callwright/ivr/1@h MGCP 1.0\nX: 0\nO: D/9\n",
            "NTFY %d callwright/ivr/*@h MGCP 1.0\nX: 0\nO: AU/oc(rc=100 id=1),D/9,((\n",
            "RSIP %d *@h MGCP 1.0\nRM: forced\n", "RSIP %d callwright/*@h MGCP 1.0\nRM: restart\n",
            "DLCX %d callwright/ivr/1@h MGCP 1.0\n", "NTFY 0 callwright/ivr/1@h MGCP 1.0\nX: 1\n");

    @Test
    void callShouldGoOnWhateverComesToThePort() throws Exception {
        Random random = new Random(3435);
        try (MediaServer server = start(one.name(), "mgcp.request-timeout", "10000");
                DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Leg leg = Leg.up(server);
            CompletionStage<PlayResult> playing = leg.play(new AudioSegment.Silence(Duration.ofSeconds(9)));
            soon("it is asked for", () -> last(one, Verb.RQNT).parameters().has("S"));
            for (int i = 1; i <= 3_000; i++) {
                byte[] bytes = damaged(MESSAGES.get(random.nextInt(MESSAGES.size())).formatted(i), random);
                socket.send(new DatagramPacket(bytes, bytes.length, one.agent()));
                if (i % 200 == 0) {
                    result(leg.connection.sdpPortManager().processSdpOffer(OFFER));
                }
            }
            event(one, "D/2");
            soon("the key is told, and none of the others", () -> leg.keys.toString().equals("2"));
            event(one, "AU/oc(rc=100 id=1)");
            assertThat(result(playing).reason()).isEqualTo(PlayResult.Reason.COMPLETED);
            assertThat(leg.silences).isEmpty();
            assertThat(one.commands(Verb.DLCX)).isEmpty();
            Leg.up(server);
        }
    }

    /** Some are whole, some have wrong characters, some go on for longer than anything may. */
    private static byte[] damaged(String message, Random random) {
        byte[] bytes = (random.nextInt(50) == 0 ? message + "F: " + "x".repeat(9_000) + '\n' : message)
                .getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
