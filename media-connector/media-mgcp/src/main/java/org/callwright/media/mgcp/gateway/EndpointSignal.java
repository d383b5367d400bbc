package org.callwright.media.mgcp.gateway;

import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.callwright.media.mgcp.au.AuResult;

/**
 * A signal that an endpoint applies, from its beginning to its end, which comes once. Belongs to the loop; what the
 * media driver tells must be handed over to it.
 */
abstract class EndpointSignal {

    private final String name;
    private final OptionalLong id;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private BiConsumer<EndpointSignal, AuResult> receiver = (signal, result) -> { };

    /** @param name with its package, such as {@code AU/pa} */
    EndpointSignal(String name, OptionalLong id) {
        this.name = name;
        this.id = id;
    }

    String name() {
        return name;
    }

    OptionalLong id() {
        return id;
    }

    final void begin(BiConsumer<EndpointSignal, AuResult> toldAtEnd) {
        receiver = toldAtEnd;
        begin();
    }

    abstract void begin();

    /** Has it end soon. */
    abstract void stop();

    /** A key was pressed. */
    void key(char digit) {
    }

    /** Completes when the signal has ended. */
    CompletableFuture<Void> over() {
        return over;
    }

    /** A result of this signal with nothing but its return code. */
    final AuResult result(int returnCode) {
        return AuResult.of(name, id, returnCode);
    }

    final void end(AuResult result) {
        if (!over.isDone()) {
            receiver.accept(this, result);
            over.complete(null);
        }
    }
}
