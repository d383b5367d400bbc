package org.callwright.media.mgcp.gateway;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.callwright.media.mgcp.transaction.Loop;
import org.callwright.media.spi.MediaGroup;

/** What signals work with. */
record SignalWorld(MediaGroup group, Loop loop, Folders folders) {

    /** Samples at 8 kHz. */
    static long samples(Duration length) {
        return length.toNanos() / 125_000;
    }

    /** Hands a result of the media driver over to the loop. The driver's stages never fail. */
    <T> void hear(CompletionStage<T> stage, Consumer<T> receiver) {
        stage.thenAccept(result -> loop.execute(() -> receiver.accept(result)));
    }
}
