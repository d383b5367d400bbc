package org.callwright.phone;

import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A caller and a called phone on loopback. */
final class TwoPhones implements AfterEachCallback {

    static final Duration SOON = Duration.ofSeconds(5);

    final Phone caller;
    final Phone called;

    private TwoPhones(Phone caller, Phone called) {
        this.caller = caller;
        this.called = called.onInvite(Answering.answer());
    }

    static TwoPhones udp() {
        return new TwoPhones(Phone.udp("127.0.0.1"), Phone.udp("127.0.0.1"));
    }

    static TwoPhones tcp() {
        return new TwoPhones(Phone.tcp("127.0.0.1"), Phone.tcp("127.0.0.1"));
    }

    /** Both ends of an answered call. */
    record Connected(PhoneCall caller, PhoneCall called) {
    }

    Connected connect() {
        return connect(CallOptions.defaults());
    }

    Connected connect(CallOptions options) {
        PhoneCall outgoing = caller.call(called.uri(), options);
        PhoneCall incoming = called.awaitCall(SOON);
        outgoing.awaitAnswered(SOON);
        incoming.awaitAnswered(SOON);
        return new Connected(outgoing, incoming);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        caller.close();
        called.close();
    }
}
