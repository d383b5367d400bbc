package org.callwright.sip.extension.model;

import java.util.Optional;
import org.callwright.sip.container.SipContainer;

/** Where the management model finds the container while it runs. */
final class RunningContainer {
    private volatile SipContainer container;

    void set(SipContainer value) {
        container = value;
    }

    Optional<SipContainer> get() {
        return Optional.ofNullable(container);
    }
}
