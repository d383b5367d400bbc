package org.callwright.sip.container.connector;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.StringMsgParser;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPMessageValve;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sip.ListeningPoint;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.message.Response;
import org.callwright.sip.container.guard.BusyAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadersTest {
    private final AtomicBoolean overloaded = new AtomicBoolean();
    private final Readers readers = new Readers(overloaded::get, new BusyAnswer(Duration.ofSeconds(7)));
    private final CountDownLatch released = new CountDownLatch(1);
    private final Semaphore looked = new Semaphore(0);
    private final Queue<SIPRequest> seen = new ConcurrentLinkedQueue<>();
    private SipStackImpl stack;
    private SipProvider provider;
    private DatagramSocket peer;
    private int port;

    @BeforeEach
    void start() throws Exception {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "readers");
        properties.setProperty("gov.nist.javax.sip.THREAD_POOL_SIZE", "1");
        stack = new SipStackImpl(properties);
        stack.setMessageProcessorFactory(readers);
        stack.sipMessageValves.add(new BlockingValve());
        peer = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ListeningPoint point = stack.createListeningPoint("127.0.0.1", port, "udp");
        provider = stack.createSipProvider(point);
    }

    @AfterEach
    void stop() {
        released.countDown();
        peer.close();
        stack.stop();
    }

    @Test
    void oldestUnreadDatagramShouldTellItsAge() throws Exception {
        assertThat(readers.oldestWait()).isZero();
        send("one", 0);
        send("two", 20_000);
        looked.acquire();
        long wait = 0;
        while (wait < TimeUnit.MILLISECONDS.toNanos(20)) {
            assertThat(readers.oldestWait()).isGreaterThanOrEqualTo(wait);
            wait = readers.oldestWait();
            Thread.onSpinWait();
        }
        released.countDown();
        looked.acquire();
        assertThat(readers.oldestWait()).isZero();
        assertThat(seen).extracting(request -> request.getCallId().getCallId()).containsExactly("one", "two");
        assertThat(seen).extracting(request -> request.getContentLength().getContentLength())
                .as("each datagram is whole, whatever came before it").containsExactly(0, 20_000);
        assertThat(seen).extracting(SIPRequest::getRemotePort).containsOnly(peer.getLocalPort());
    }

    @Test
    void requestsShouldLeaveFromThePortThatIsRead() throws Exception {
        String text = "OPTIONS sip:127.0.0.1:" + peer.getLocalPort() + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + port
                + ";branch=z9hG4bKout\r\nMax-Forwards: 70\r\nFrom: <sip:a@127.0.0.1>;tag=1\r\n"
                + "To: <sip:127.0.0.1>\r\nCall-ID: out\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";
        provider.sendRequest((SIPRequest) new StringMsgParser().parseSIPMessage(
                text.getBytes(US_ASCII), true, false, null));
        DatagramPacket packet = new DatagramPacket(new byte[4_000], 4_000);
        peer.setSoTimeout(10_000);
        peer.receive(packet);
        assertThat(packet.getPort()).isEqualTo(port);
    }

    @Test
    void callsShouldBeTurnedAwayWhileNobodyLooksAtWhatIsThere() throws Exception {
        send("held", 0);
        looked.acquire();
        overloaded.set(true);
        send(invite("z9hG4bKnew", "", ";rport"));
        String refusal = receive();
        assertThat(refusal).startsWith("SIP/2.0 503 ").contains("Retry-After: 7\r\n", "Call-ID: z9hG4bKnew\r\n",
                "rport=" + peer.getLocalPort(), "received=127.0.0.1", "-busy");
        send(invite("z9hG4bKnew", "", ";rport"));
        assertThat(receive()).as("a copy gets the same answer").isEqualTo(refusal);
        send(invite("z9hG4bKplain", "", ""));
        assertThat(receive()).startsWith("SIP/2.0 503 ").doesNotContain("rport");
        assertThat(readers.oldestWait()).as("none of them waits").isZero();
    }

    @Test
    void whatBeginsNoCallShouldPassTheGate() throws Exception {
        overloaded.set(true);
        released.countDown();
        send("options", 0);
        looked.acquire();
        send(invite("z9hG4bKreinvite", ";tag=ours", ""));
        looked.acquire();
        overloaded.set(false);
        send(invite("z9hG4bKfirst", "", ""));
        looked.acquire();
        assertThat(seen).extracting(request -> request.getCallId().getCallId())
                .containsExactly("options", "z9hG4bKreinvite", "z9hG4bKfirst");
    }

    private String invite(String branch, String toTag, String rport) {
        return "INVITE sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + peer.getLocalPort() + ";branch=" + branch
                + rport + "\r\nMax-Forwards: 70\r\nFrom: <sip:a@127.0.0.1>;tag=1\r\nTo: <sip:127.0.0.1>" + toTag
                + "\r\nCall-ID: " + branch + "\r\nCSeq: 1 INVITE\r\nContact: <sip:a@127.0.0.1>\r\n"
                + "Content-Length: 0\r\n\r\n";
    }

    private String receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[4_000], 4_000);
        peer.setSoTimeout(10_000);
        peer.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), US_ASCII);
    }

    private void send(String callId, int body) throws IOException {
        String text = "OPTIONS sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + peer.getLocalPort()
                + ";branch=z9hG4bK" + callId + "\r\nMax-Forwards: 70\r\nFrom: <sip:a@127.0.0.1>;tag=1\r\n"
                + "To: <sip:127.0.0.1>\r\nCall-ID: " + callId + "\r\nCSeq: 1 OPTIONS\r\nContent-Length: " + body
                + "\r\n\r\n" + "x".repeat(body);
        send(text);
    }

    private void send(String text) throws IOException {
        byte[] bytes = text.getBytes(US_ASCII);
        peer.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
    }

    /** Lets nobody through, and holds the reader until it is released. */
    private final class BlockingValve implements SIPMessageValve {
        @Override
        public boolean processRequest(SIPRequest request, MessageChannel channel) {
            seen.add(request);
            looked.release();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }

        @Override
        public boolean processResponse(Response response, MessageChannel channel) {
            return true;
        }

        @Override
        public void init(SipStack unused) {
            // nothing to prepare
        }

        @Override
        public void destroy() {
            // nothing to release
        }
    }
}
