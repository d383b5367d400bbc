package org.callwright.phone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SipMessageTest {

    private static final String INVITE = "INVITE sip:b@h SIP/2.0\r\n"
            + "v: SIP/2.0/UDP a;branch=z1, SIP/2.0/UDP b;branch=z2\r\n"
            + "f: \"A, B\" <sip:a@h;x=y>;tag=1\r\nTo: sip:b@h\r\ni: c1\r\nCSeq: 7 INVITE\r\nSubject: one\r\n two\r\n"
            + "Record-Route: <sip:p1;lr>\r\nRecord-Route: <sip:p2;lr>, <sip:p3;lr>\r\nl: 4\r\n\r\nbody";

    @Test
    void compactFoldedAndJoinedHeadersShouldBeRead() {
        SipMessage message = read(INVITE);
        assertThat(message.method()).isEqualTo("INVITE");
        assertThat(message.requestUri()).isEqualTo("sip:b@h");
        assertThat(message.headers("Via")).hasSize(2);
        assertThat(message.headers("record-route")).containsExactly("<sip:p1;lr>", "<sip:p2;lr>", "<sip:p3;lr>");
        assertThat(message.header("Subject")).contains("one two");
        assertThat(message.cseq()).isEqualTo(7);
        assertThat(message.bodyText()).isEqualTo("body");
    }

    @Test
    void bytesBehindTheContentLengthShouldBeCutOff() {
        assertThat(read(INVITE + "more").bodyText()).isEqualTo("body");
    }

    @Test
    void writtenMessageShouldBeReadAgain() {
        SipMessage message = read(INVITE).with("X-New", "1").withBody("text/plain", "Grüße");
        SipMessage again = read(message.toString());
        assertThat(again.bodyText()).isEqualTo("Grüße");
        assertThat(again.header("Content-Length")).contains("7");
        assertThat(again.header("X-New")).contains("1");
    }

    @Test
    void streamShouldGiveMessageAfterMessageWhateverThePieces() throws IOException {
        byte[] bytes = ("\r\n\r\n" + INVITE + INVITE).getBytes(StandardCharsets.UTF_8);
        InputStream oneByOne = new InputStream() {
            private final InputStream all = new ByteArrayInputStream(bytes);

            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return all.read(target, offset, Math.min(1, length));
            }
        };
        assertThat(SipReader.stream(oneByOne)).get().extracting(SipMessage::bodyText).isEqualTo("body");
        assertThat(SipReader.stream(oneByOne)).get().extracting(SipMessage::bodyText).isEqualTo("body");
        assertThat(SipReader.stream(oneByOne)).isEmpty();
    }

    @Test
    void partsOfAddressesShouldBeFound() {
        assertThat(SipText.uri("\"A\" <sip:a@h;transport=tcp>;tag=9")).isEqualTo("sip:a@h;transport=tcp");
        assertThat(SipText.uri("sip:a@h;tag=9")).isEqualTo("sip:a@h");
        assertThat(SipText.tag("\"A\" <sip:a@h;tag=no>;tag=yes")).isEqualTo("yes");
        assertThat(SipText.hostPort("sip:a@127.0.0.1:5080;lr").getPort()).isEqualTo(5080);
        assertThat(SipText.hostPort("sip:127.0.0.1").getPort()).isEqualTo(5060);
        assertThat(SipText.hostPort("sip:a@[::1]:99").getPort()).isEqualTo(99);
        assertThat(SipText.hostPort("127.0.0.1:5070").getHostString()).isEqualTo("127.0.0.1");
    }

    private static SipMessage read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return SipReader.datagram(bytes, bytes.length).orElseThrow();
    }
}
