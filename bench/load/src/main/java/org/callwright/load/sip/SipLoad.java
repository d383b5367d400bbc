package org.callwright.load.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.callwright.load.rtp.Arrivals;
import org.callwright.load.rtp.MarkedStream;
import org.callwright.load.rtp.NoAudio;
import org.callwright.load.rtp.Punctuality;
import org.callwright.load.rtp.RtpStream;

/**
 * Places the calls of a plan, all of it on the thread of {@link #run}: so a caller that hangs up has sent its last
 * frame before its BYE, by order and not by luck. Calls are placed when they are due and never wait for others.
 */
public final class SipLoad {

    private static final long NANOS = 1_000_000_000L;

    private final CallPlan plan;
    private final Window window;
    private final Selector selector = Selector.open();
    private final DatagramChannel sip = DatagramChannel.open();
    private final DatagramChannel sink = DatagramChannel.open();
    private final InetSocketAddress local;
    private final ByteBuffer in = ByteBuffer.allocate(65_536);
    private final String runName = Long.toString(System.currentTimeMillis(), 36);
    private final Map<String, Leg> legs = new LinkedHashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<MarkedStream> streams = new ArrayList<>();
    private final Arrivals arrivals = new Arrivals();
    private final Punctuality punctuality = new Punctuality();

    /** @param serverProcess whose CPU is read, 0 for none */
    public SipLoad(CallPlan plan, long serverProcess) throws IOException {
        this.plan = plan;
        this.window = Window.of(plan, serverProcess);
        InetSocketAddress any = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
        sip.setOption(StandardSocketOptions.SO_RCVBUF, 4 << 20);
        sip.bind(any).configureBlocking(false);
        sip.register(selector, SelectionKey.OP_READ);
        sink.bind(any);
        local = (InetSocketAddress) sip.getLocalAddress();
    }

    /** Returns when every call is over. */
    public CallRun run() throws IOException {
        long begin = System.nanoTime();
        Schedule schedule = new Schedule(plan.phases(), begin);
        while (!schedule.over(System.nanoTime()) || !legs.isEmpty()) {
            long now = System.nanoTime();
            punctuality.round(now);
            while (schedule.due(now)) {
                place(schedule.phase(), begin, schedule.take(), now);
            }
            legs.values().forEach(leg -> leg.onTime(now));
            if (streams.isEmpty()) {
                selector.select(1);
            } else {
                LockSupport.parkNanos(500_000);
                selector.selectNow();
            }
            Collection<SelectionKey> ready = selector.selectedKeys();
            ready.forEach(this::read);
            ready.clear();
            legs.values().removeIf(this::finished);
            arrivals.open(window.at(begin, System.nanoTime()));
        }
        selector.close();
        sip.close();
        sink.close();
        return new CallRun(List.copyOf(outcomes), List.copyOf(streams), arrivals, punctuality, window.cpu(),
                window.allUp() ? window.seconds() * streams.size() : 0);
    }

    private void place(int phase, long begin, long due, long now) throws IOException {
        int index = outcomes.size() + legs.size();
        long hangUpAt = plan.lifeSeconds() == 0 ? Long.MAX_VALUE : due + (long) (plan.lifeSeconds() * NANOS);
        Leg leg = new Leg(index, phase, begin, due, hangUpAt,
                new CallTexts(local, plan.target(), plan.number(), runName + "-" + index), audio(index), this::send);
        punctuality.sent(now - due);
        legs.put(leg.callId(), leg);
        leg.place(now);
    }

    private RtpStream audio(int index) throws IOException {
        if (plan.media() == CallPlan.Media.NONE) {
            return new NoAudio(((InetSocketAddress) sink.getLocalAddress()).getPort());
        }
        MarkedStream stream = new MarkedStream(index + 1, plan.media() == CallPlan.Media.SEND, selector, arrivals,
                punctuality);
        streams.add(stream);
        return stream;
    }

    private boolean finished(Leg leg) {
        if (leg.over()) {
            outcomes.add(leg.outcome());
        }
        return leg.over();
    }

    private void read(SelectionKey key) {
        if (key.attachment() instanceof MarkedStream stream) {
            stream.receive(System.nanoTime());
        } else {
            readSip();
        }
    }

    private void readSip() {
        try {
            in.clear();
            while (sip.receive(in) != null) {
                long now = System.nanoTime();
                SipDatagram.parse(in.flip()).ifPresent(message -> dispatch(message, now));
                in.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the SIP socket failed", e);
        }
    }

    private void dispatch(SipDatagram message, long now) {
        Leg leg = legs.get(message.callId());
        if (leg != null && message.isResponse()) {
            leg.onResponse(message, now);
        } else if (leg != null) {
            leg.onRequest(message, now);
        } else if (!message.isResponse() && !message.requestMethod().equals("ACK")) {
            send(CallTexts.answer(message, "200 OK"));
        }
    }

    private void send(byte[] message) {
        try {
            sip.send(ByteBuffer.wrap(message), plan.target());
        } catch (IOException e) {
            throw new UncheckedIOException("the SIP socket failed", e);
        }
    }
}
