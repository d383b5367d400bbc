package org.callwright.media.mgcp.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MgcpReaderTest {

    private static List<Received> read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return MgcpReader.read(bytes, bytes.length);
    }

    private static Received only(String text) {
        List<Received> read = read(text);
        assertThat(read).hasSize(1);
        return read.get(0);
    }

    @Test
    void commandShouldBeReadWithItsParametersAndDescription() {
        Received read = only("CRCX 1204 callwright/ivr/$@192.0.2.1:2427 MGCP 1.0\r\nC: A3C47F21456789F0\r\n"
                + "L: p:20, a:PCMU\r\nM: recvonly\r\n\r\n"
                + "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\nm=audio 3456 RTP/AVP 0\r\n");
        assertThat(read).isInstanceOfSatisfying(MgcpCommand.class, command -> {
            assertThat(command.verb()).isEqualTo(Verb.CRCX);
            assertThat(command.transactionId()).isEqualTo(1204);
            assertThat(command.endpoint()).isEqualTo(new EndpointName("callwright/ivr/$", "192.0.2.1:2427"));
            assertThat(command.parameters()).isEqualTo(Parameters.of("C", "A3C47F21456789F0", "L", "p:20, a:PCMU",
                    "M", "recvonly"));
            assertThat(command.descriptions()).containsExactly(
                    "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\nm=audio 3456 RTP/AVP 0\r\n");
        });
    }

    @Test
    void lineFeedsCaseAndBlanksShouldNotMatter() {
        Received read = only("\n\nrqnt  12 Callwright/IVR/7@host mgcp 1.0 \nx : 0123\nS:AU/pa(an=file:///a.wav)\n\n\n");
        assertThat(read).isInstanceOfSatisfying(MgcpCommand.class, command -> {
            assertThat(command.verb()).isEqualTo(Verb.RQNT);
            assertThat(command.endpoint()).isEqualTo(new EndpointName("callwright/ivr/7", "HOST"));
            assertThat(command.parameters().get("X")).contains("0123");
            assertThat(command.parameters().get("s")).contains("AU/pa(an=file:///a.wav)");
            assertThat(command.descriptions()).isEmpty();
        });
    }

    @Test
    void responsesShouldBeReadWithTheirKinds() {
        assertThat(only("200 1204 OK\r\nI: FDE234C8\r\n\r\nv=0\r\n")).isEqualTo(new MgcpResponse(200, 1204, "OK",
                Parameters.of("I", "FDE234C8"), List.of("v=0\r\n")));
        assertThat(only("100 7")).isInstanceOfSatisfying(MgcpResponse.class,
                response -> assertThat(response.provisional()).isTrue());
        assertThat(only("000 7")).isInstanceOfSatisfying(MgcpResponse.class,
                response -> assertThat(response.acknowledgement()).isTrue());
        assertThat(only("505 7 no codec\nK:\n")).isInstanceOfSatisfying(MgcpResponse.class, response -> {
            assertThat(response.success()).isFalse();
            assertThat(response.parameters().get("K")).contains("");
        });
    }

    @Test
    void piggyBackedMessagesShouldBeReadInTheirOrder() {
        List<Received> read = read("200 2005 OK\r\n.\r\nDLCX 1244 a/1@h MGCP 1.0\r\nI: 1\r\n.\r\nnonsense\r\n");
        assertThat(read).hasSize(3);
        assertThat(read.get(0)).isInstanceOf(MgcpResponse.class);
        assertThat(read.get(1)).isInstanceOf(MgcpCommand.class);
        assertThat(read.get(2)).isEqualTo(new Malformed(Malformed.NONE, 510, "the first line is no command"));
    }

    @Test
    void twoDescriptionsShouldBeToldApart() {
        Received read = only("200 1 OK\nI: 1\nI2: 2\n\nv=0\nc=IN IP4 192.0.2.1\n\nv=0\nc=IN IP4 192.0.2.2\n");
        assertThat(((MgcpResponse) read).descriptions()).containsExactly("v=0\r\nc=IN IP4 192.0.2.1\r\n",
                "v=0\r\nc=IN IP4 192.0.2.2\r\n");
    }

    @Test
    void whatCanBeAnsweredShouldGetItsCode() {
        assertThat(only("XYZW 12 a@h MGCP 1.0")).isEqualTo(new Malformed(12, 504, "unknown command"));
        assertThat(only("AUEP 12 a@h MGCP 2.0")).isEqualTo(new Malformed(12, 528, "only MGCP 1.0"));
        assertThat(only("AUEP 12 a@h")).isInstanceOfSatisfying(Malformed.class,
                malformed -> assertThat(malformed.transactionId()).isEqualTo(12));
        assertThat(only("AUEP 12 a@h MGCP 1.0\nno parameter")).isEqualTo(
                new Malformed(12, 510, "a line is no parameter"));
        assertThat(only("AUEP 12 a@h MGCP 1.0\n" + "F: A\n".repeat(65))).isInstanceOf(Malformed.class);
        assertThat(only("AUEP 12 a@h MGCP 1.0\n" + "\nv=0\n".repeat(3))).isInstanceOf(Malformed.class);
        assertThat(only("AUEP 12 a@h MGCP 1.0\nF: " + "x".repeat(9000))).isInstanceOfSatisfying(Malformed.class,
                malformed -> assertThat(malformed.transactionId()).isEqualTo(12));
    }

    @Test
    void whatCannotBeAnsweredShouldBeToldFromIt() {
        for (String text : List.of("hello", "AUEP x a@h MGCP 1.0", "AUEP 0 a@h MGCP 1.0",
                "AUEP 1234567890 a@h MGCP 1.0", "20 5 OK", "200 0 OK", "200 5 OK\nnonsense\n", "\u0000\u0001")) {
            assertThat(only(text)).as(text).isInstanceOfSatisfying(Malformed.class,
                    malformed -> assertThat(malformed.answerable()).isFalse());
        }
        assertThat(read("")).isEmpty();
        assertThat(read("\r\n\r\n.\r\n.\r\n")).isEmpty();
    }

    @Test
    void nothingShouldMakeTheReaderFail() {
        Random random = new Random(2897);
        String seed = "CRCX 1204 callwright/ivr/$@h MGCP 1.0\r\nC: 1\r\nS: AU/pa(an=\"x\"\"y\")\r\n\r\nv=0\r\n"
                + ".\r\n200 5 OK\r\n";
        int messages = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(8); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            messages += MgcpReader.read(bytes, random.nextInt(bytes.length + 1)).size();
        }
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(9000)];
            random.nextBytes(bytes);
            messages += MgcpReader.read(bytes, bytes.length).size();
        }
        String dots = "AUEP 1 a@h MGCP 1.0\n.\n".repeat(300);
        assertThat(read(dots)).hasSize(33);
        assertThat(messages).isPositive();
    }

    @Test
    void whatIsWrittenShouldBeReadAgain() {
        MgcpCommand command = new MgcpCommand(Verb.MDCX, 77, new EndpointName("callwright/cnf/1", "[::1]:2427"),
                Parameters.of("C", "1", "M", "confrnce", "K", ""), List.of("v=0\r\ns=-\r\n"));
        MgcpResponse response = new MgcpResponse(0, 9, "", Parameters.NONE, List.of());
        for (LineEnding ending : LineEnding.values()) {
            byte[] bytes = new MgcpWriter(ending).write(List.of(command, response));
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(MgcpReader.read(bytes, bytes.length)).containsExactly(command, response);
            assertThat(text.contains("\r")).isEqualTo(ending == LineEnding.CRLF);
            assertThat(text.replace("\r", "")).isEqualTo("MDCX 77 callwright/cnf/1@[::1]:2427 MGCP 1.0\nC: 1\n"
                    + "M: confrnce\nK:\n\nv=0\ns=-\n.\n000 9\n");
        }
    }

    @Test
    void valuesShouldNotMakeLinesOfTheirOwn() {
        MgcpResponse response = MgcpResponse.of(200, "ok\r\nX: 1").withTransactionId(1).with("C", "a\r\n\r\nv=0");
        byte[] bytes = new MgcpWriter(LineEnding.LF).write(List.of(response));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("200 1 ok  X: 1\nC: a    v=0\n");
    }
}
