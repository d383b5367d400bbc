package org.callwright.media.mgcp.driver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.callwright.media.mgcp.au.AuCollect;
import org.callwright.media.mgcp.au.AuResult;
import org.callwright.media.mgcp.message.Signal;

/**
 * The same for media servers that have the AU package alone: signals have no numbers, a new one puts an end to the one
 * before, and keys are told only by a signal of their own. What is wanted is done one after the other; in between keys
 * are collected one by one, so that a key may be missed that is pressed while something plays or records, or quickly
 * after another.
 */
final class OneAtATime extends Operations {

    private static final Duration LONG = Duration.ofHours(1);
    private static final AuCollect NEXT_KEY = new AuCollect(List.of(), List.of(), 1, 1, LONG, Duration.ofSeconds(1),
            "", 1, true, OptionalLong.empty());

    private final Consumer<Character> keys;
    private Optional<Long> running = Optional.empty();
    private boolean collecting;

    OneAtATime(Channel channel, Consumer<Character> keys) {
        super(channel);
        this.keys = keys;
    }

    @Override
    CompletionStage<?> publish() {
        Optional<Long> first = first();
        if (first.equals(running) && (first.isPresent() || collecting)) {
            return CompletableFuture.completedStage(null);
        }
        running = first;
        collecting = first.isEmpty();
        return super.publish();
    }

    @Override
    CompletionStage<?> begin() {
        running = Optional.empty();
        collecting = false;
        return publish();
    }

    @Override
    List<Signal> signals() {
        return first().map(number -> wanted.get(number).signal(OptionalLong.empty())).map(List::of)
                .orElse(List.of(NEXT_KEY.signal()));
    }

    private Optional<Long> first() {
        return wanted.keySet().stream().findFirst();
    }

    @Override
    OptionalLong number(AuResult result) {
        return firstStopping().or(() -> running).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    @Override
    void ended(AuResult result) {
        boolean ofKeys = result.arguments().get("au/pc").isPresent() || number(result).isEmpty();
        if (!ofKeys) {
            super.ended(result);
        } else if (collecting && !result.digits().isEmpty()) {
            result.digits().chars().forEach(key -> keys.accept((char) key));
            collecting = false;
            publish();
        }
    }

    @Override
    void changed() {
        publish();
    }
}
