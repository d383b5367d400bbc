package org.callwright.media.mgcp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.callwright.media.mgcp.message.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged commands: each is answered by a code or dropped, none makes a handler fail (400), and calls go on. */
class HostileTest {

    private static final List<String> COMMANDS = List.of(
            "CRCX %d callwright/ivr/$@h MGCP 1.0\nC: 1\nM: sendrecv\n\nv=0\no=- 1 1 IN IP4 127.0.0.1\ns=-\n"
                    + "c=IN IP4 127.0.0.1\nt=0 0\nm=audio 9 RTP/AVP 0\n",
            "CRCX %d callwright/cnf/$@h MGCP 1.0\nC: 1\nM: confrnce\nZ2: callwright/ivr/1@h\n",
            "MDCX %d callwright/ivr/1@h MGCP 1.0\nC: CA1\nI: 1\nM: recvonly\n",
            "RQNT %d callwright/ivr/1@h MGCP 1.0\nX: 1\nR: D/[0-9*#](N),AU/oc(N)\nS: AU/pc(ip=tone:5:-9:9 mx=4 na=2)\n",
            "RQNT %d callwright/ivr/1@h MGCP 1.0\nN: a@[::1]:1\nX: 1\nS: AU/pa(an=silence:5,file:///a it=3 id=5)\n",
            "RQNT %d callwright/ivr/1@h MGCP 1.0\nX: 1\nS: AU/pr(ri=file:///r.wav rlt=5 eik=#),CW/md(to=3000)\n",
            "RQNT %d callwright/ivr/1@h MGCP 1.0\nX: 1\nS: AU/es(sg=pr)\n",
            "AUEP %d callwright/ivr/1@h MGCP 1.0\nF: I,A\n",
            "DLCX %d callwright/cnf/*@h MGCP 1.0\nC: 1\n");

    @TempDir
    Path folder;

    @Test
    void damagedCommandsShouldBeAnsweredOrDropped() throws Exception {
        Random random = new Random(660);
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller();
                DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            world.agent.create(caller);
            int answers = 0;
            for (int id = 1; id <= 3000; id++) {
                byte[] bytes = damaged(COMMANDS.get(random.nextInt(COMMANDS.size())).formatted(id), random);
                socket.send(new DatagramPacket(bytes, bytes.length, world.gateway.address()));
                answers += answers(socket);
                if (id % 50 == 0) {
                    assertThat(world.agent.send(Verb.DLCX, "callwright/cnf/*").code()).isEqualTo(250);
                    assertThat(world.agent.send(Verb.DLCX, "callwright/ivr/*", "C", "1").code()).isEqualTo(250);
                }
            }
            assertThat(answers).isGreaterThan(1000);
            assertThat(world.agent.send(Verb.DLCX, "*").code()).isEqualTo(250);
            CallAgent.eventually("all is given back", world::isIdle);
        }
    }

    private static byte[] damaged(String command, Random random) {
        byte[] bytes = command.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt(256)
                    : "()[]\",=/*$@:\n -09".charAt(random.nextInt(17)));
        }
        return bytes;
    }

    /** Reads what is there; how many answers that was. */
    private static int answers(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[9000], 9000);
        for (int count = 0; true; count++) {
            try {
                socket.setSoTimeout(1);
                socket.receive(packet);
                String answer = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                assertThat(answer).doesNotStartWith("400");
                packet.setLength(9000);
            } catch (SocketTimeoutException e) {
                return count;
            }
        }
    }
}
