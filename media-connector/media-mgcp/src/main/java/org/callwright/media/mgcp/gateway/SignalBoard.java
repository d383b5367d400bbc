package org.callwright.media.mgcp.gateway;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.callwright.media.mgcp.au.AuPackage;
import org.callwright.media.mgcp.au.AuResult;
import org.callwright.media.mgcp.message.ObservedEvent;
import org.callwright.media.mgcp.message.Signal;

/**
 * The signals of one endpoint. A request's list is complete (RFC 3435, 2.3.3): what is not in it any more is stopped. A
 * signal with our argument {@code id} that was begun before is not begun again, whether it runs or is over; it tells
 * its end even when it is stopped. One without is always new, and silent when it is stopped by a list. {@code AU/es}
 * ends signals by their name; then the others go on. Belongs to the loop.
 */
final class SignalBoard {

    private final SignalWorld world;
    private final Consumer<ObservedEvent> observer;
    private final Map<EndpointSignal, Boolean> running = new LinkedHashMap<>();
    private long newestId = -1;

    SignalBoard(SignalWorld world, Consumer<ObservedEvent> observer) {
        this.world = world;
        this.observer = observer;
    }

    /**
     * Makes the signals that are new.
     *
     * @throws Refusal when one of them can't be applied; then nothing was changed
     */
    List<EndpointSignal> prepare(List<Signal> list) throws Refusal {
        List<EndpointSignal> made = new ArrayList<>();
        for (Signal signal : list) {
            OptionalLong id = signal.arguments().longOf("id");
            if (!endsOthers(signal) && (id.isEmpty() || id.getAsLong() > newestId)) {
                made.add(Signals.make(signal, world));
            }
        }
        return made;
    }

    private static boolean endsOthers(Signal signal) {
        return signal.fullName().equals(AuPackage.AU + '/' + AuPackage.END_SIGNAL);
    }

    /** Stops what the list has not any more, and begins what was prepared for it. */
    void apply(List<Signal> list, List<EndpointSignal> prepared) {
        Set<Long> wanted = new HashSet<>();
        Set<String> ended = new HashSet<>();
        for (Signal signal : list) {
            if (endsOthers(signal)) {
                ended.add(signal.arguments().get("sg", ""));
            }
            signal.arguments().longOf("id").ifPresent(wanted::add);
        }
        for (EndpointSignal signal : List.copyOf(running.keySet())) {
            boolean keep = !ended.isEmpty() || signal.id().isPresent() && wanted.contains(signal.id().getAsLong());
            if (ended.contains(signal.name().substring(signal.name().indexOf('/') + 1))) {
                signal.stop();
            } else if (!keep) {
                running.put(signal, signal.id().isPresent());
                signal.stop();
            }
        }
        for (EndpointSignal signal : prepared) {
            newestId = Math.max(newestId, signal.id().orElse(-1));
            running.put(signal, true);
            signal.begin(this::ended);
        }
    }

    private void ended(EndpointSignal signal, AuResult result) {
        if (Boolean.TRUE.equals(running.remove(signal))) {
            observer.accept(result.event());
        }
    }

    void key(char digit) {
        List.copyOf(running.keySet()).forEach(signal -> signal.key(digit));
    }

    /** Ends all, which tell it; completes when the last one has. */
    CompletableFuture<Void> endAll() {
        List<EndpointSignal> left = List.copyOf(running.keySet());
        left.forEach(EndpointSignal::stop);
        return CompletableFuture.allOf(left.stream().map(EndpointSignal::over).toArray(CompletableFuture[]::new));
    }
}
