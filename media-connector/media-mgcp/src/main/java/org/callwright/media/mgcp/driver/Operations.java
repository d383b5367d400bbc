package org.callwright.media.mgcp.driver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.callwright.media.mgcp.au.AuResult;
import org.callwright.media.mgcp.message.Signal;

/**
 * What a group wants of its endpoint and what it still waits for. Every change is told to the endpoint as the whole
 * list of signals, each with its number: a number that is new begins, one that is missing ends. So a list that crosses
 * the word of an end on its way does no harm. Belongs to the agent's loop.
 */
class Operations {

    /** So much goes into one message with the rest of it. */
    private static final int MAX_SIGNALS = 6_000;

    final Map<Long, Operation> wanted = new LinkedHashMap<>();
    final Map<Long, Operation> stopping = new LinkedHashMap<>();
    private final Channel channel;
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private long lastNumber;
    private String lost = "";
    private boolean closed;

    /** The way to the endpoint. */
    interface Channel {

        /** Has the endpoint apply these signals; the stage fails when it does not. */
        CompletionStage<?> request(List<Signal> signals);

        /** Runs work after what a media server takes at most to tell of an end. */
        void afterGrace(Runnable work);
    }

    Operations(Channel channel) {
        this.channel = channel;
    }

    void start(Operation operation) {
        if (closed) {
            operation.stopped();
        } else if (!lost.isEmpty()) {
            operation.failed(lost);
        } else {
            long number = ++lastNumber;
            wanted.put(number, operation);
            if (Signal.format(signals()).length() > MAX_SIGNALS) {
                take(number, each -> each.failed("too much for one message"));
            } else {
                publish().whenComplete((done, failure) -> {
                    if (failure != null) {
                        take(number, each -> each.failed(String.valueOf(Failures.cause(failure).getMessage())));
                    }
                });
            }
        }
    }

    /** Ends those that are running, and drops those that wait. */
    void stop(Predicate<Operation> which) {
        Map<Long, Operation> ending = new LinkedHashMap<>();
        wanted.forEach((number, operation) -> {
            if (which.test(operation)) {
                ending.put(number, operation);
            }
        });
        List<Long> waiting = ending.keySet().stream().filter(number -> !begun(number)).toList();
        ending.keySet().removeAll(waiting);
        waiting.forEach(number -> take(number, Operation::stopped));
        if (!ending.isEmpty()) {
            wanted.keySet().removeAll(ending.keySet());
            stopping.putAll(ending);
            publish().whenComplete((done, failure) -> channel.afterGrace(
                    () -> ending.keySet().forEach(number -> take(number, Operation::stopped))));
        }
    }

    /** The endpoint told of an end. */
    void ended(AuResult result) {
        number(result).ifPresent(number -> {
            boolean wasStopping = stopping.containsKey(number);
            take(number, operation -> operation.ended(result, wasStopping));
        });
    }

    /** Whether the endpoint was asked to begin it. */
    boolean begun(long number) {
        return true;
    }

    /** Which operation a result is of. */
    OptionalLong number(AuResult result) {
        return result.id();
    }

    /** Tells the endpoint all that is wanted. */
    CompletionStage<?> publish() {
        return request(signals());
    }

    final CompletionStage<?> request(List<Signal> signals) {
        return channel.request(signals);
    }

    /** The same for an endpoint that knows nothing of it yet. */
    CompletionStage<?> begin() {
        return publish();
    }

    List<Signal> signals() {
        return wanted.entrySet().stream()
                .map(entry -> entry.getValue().signal(OptionalLong.of(entry.getKey()))).toList();
    }

    /** The endpoint is lost, and everything with it. */
    void lost(String why) {
        if (lost.isEmpty()) {
            lost = why;
            all(operation -> operation.failed(why));
        }
    }

    /**
     * Takes no more. What runs gets a while to tell its end, counted from when the endpoint is deleted.
     *
     * @param deletion empty when there is no endpoint that could tell anything
     * @return ends when nothing runs any more
     */
    CompletionStage<Void> close(Optional<CompletionStage<?>> deletion) {
        closed = true;
        stopping.putAll(wanted);
        wanted.clear();
        if (deletion.isEmpty()) {
            all(Operation::stopped);
        } else {
            deletion.get().whenComplete((done, failure) -> channel.afterGrace(() -> all(Operation::stopped)));
        }
        settle();
        return settled;
    }

    private void all(Consumer<Operation> how) {
        List.copyOf(wanted.keySet()).forEach(number -> take(number, how));
        List.copyOf(stopping.keySet()).forEach(number -> take(number, how));
    }

    final void take(long number, Consumer<Operation> how) {
        Operation operation = Optional.ofNullable(wanted.remove(number)).orElseGet(() -> stopping.remove(number));
        if (operation != null) {
            how.accept(operation);
            changed();
            settle();
        }
    }

    /** One ended, whoever ended it. */
    void changed() {
    }

    private void settle() {
        if (closed && wanted.isEmpty() && stopping.isEmpty()) {
            settled.complete(null);
        }
    }
}
