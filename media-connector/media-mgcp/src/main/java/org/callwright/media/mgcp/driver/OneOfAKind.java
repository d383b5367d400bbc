package org.callwright.media.mgcp.driver;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.callwright.media.mgcp.au.AuCollect;
import org.callwright.media.mgcp.au.AuPackage;
import org.callwright.media.mgcp.au.AuResult;
import org.callwright.media.mgcp.au.AuReturnCode;
import org.callwright.media.mgcp.message.Signal;

/**
 * The same for media servers that have the AU package alone: signals have no numbers, so ends are told apart by the
 * signal's name, and keys are told only by a signal of their own. Of each kind there is one at a time: what is wanted
 * of the same kind waits, also for the end of one that is being stopped. Beside them keys are collected one by one, so
 * that a key may be missed that is pressed quickly after another.
 */
final class OneOfAKind extends Operations {

    private static final Duration LONG = Duration.ofHours(1);
    private static final AuCollect ONE_KEY = new AuCollect(List.of(), List.of(), 1, 1, LONG, Duration.ofSeconds(1),
            AuPackage.NO_KEYS, 1, true, OptionalLong.empty());
    /** The first key may be any; without {@code sik} it is a digit. */
    private static final Signal NEXT_KEY = new Signal(AuPackage.AU, AuPackage.PLAY_COLLECT,
            ONE_KEY.signal().arguments().with("sik", "0123456789*#ABCD"));
    private static final String RECORD = name(AuPackage.AU, AuPackage.PLAY_RECORD);

    private final Consumer<Character> keys;
    private final Map<String, Long> running = new LinkedHashMap<>();
    private boolean collecting;

    OneOfAKind(Channel channel, Consumer<Character> keys) {
        super(channel);
        this.keys = keys;
    }

    @Override
    CompletionStage<?> publish() {
        Map<String, Long> due = due();
        if (due.equals(running) && collecting) {
            return CompletableFuture.completedStage(null);
        }
        boolean recorderEnds = running.containsKey(RECORD) && !due.containsKey(RECORD);
        List<Long> begun = due.values().stream().filter(number -> !running.containsValue(number)).toList();
        running.clear();
        running.putAll(due);
        collecting = true;
        if (recorderEnds) {
            // Restcomm's recorder switches the detector of keys off at its end: the next key is asked for anew.
            request(signals().stream().filter(signal -> signal != NEXT_KEY).toList());
        }
        return super.publish().whenComplete((done, failure) -> {
            if (failure != null) {
                String why = String.valueOf(Failures.cause(failure).getMessage());
                begun.forEach(number -> take(number, operation -> operation.failed(why)));
            }
        });
    }

    @Override
    CompletionStage<?> begin() {
        running.clear();
        collecting = false;
        return publish();
    }

    @Override
    List<Signal> signals() {
        List<Signal> signals = due().values().stream()
                .map(number -> wanted.get(number).signal(OptionalLong.empty())).collect(Collectors.toList());
        signals.add(NEXT_KEY);
        return signals;
    }

    /** The first of each kind, but for kinds of which one is being stopped. */
    private Map<String, Long> due() {
        Set<String> ending = new HashSet<>();
        stopping.values().forEach(operation -> ending.add(kind(operation)));
        Map<String, Long> due = new LinkedHashMap<>();
        wanted.forEach((number, operation) -> {
            if (!ending.contains(kind(operation))) {
                due.putIfAbsent(kind(operation), number);
            }
        });
        return due;
    }

    private static String kind(Operation operation) {
        Signal signal = operation.signal(OptionalLong.empty());
        return name(signal.packageName(), signal.name());
    }

    /** As in the arguments of an event. */
    private static String name(String packageName, String signal) {
        return (packageName + '/' + signal).toLowerCase(Locale.ROOT);
    }

    @Override
    boolean begun(long number) {
        return running.containsValue(number);
    }

    /** By the name of the signal; a result without one is of whatever there is. */
    @Override
    OptionalLong number(AuResult result) {
        Map<Long, Operation> all = new LinkedHashMap<>(stopping);
        running.values().stream().filter(wanted::containsKey).forEach(number -> all.put(number, wanted.get(number)));
        boolean named = result.arguments().values().keySet().stream().anyMatch(key -> key.indexOf('/') > 0);
        Optional<Long> first = all.keySet().stream()
                .filter(number -> !named || result.arguments().get(kind(all.get(number))).isPresent()).findFirst();
        return first.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    @Override
    void ended(AuResult result) {
        if (number(result).isPresent() && result.arguments().get("dc").isEmpty()) {
            super.ended(result);
        } else if (collecting && (!result.digits().isEmpty() || result.returnCode() == AuReturnCode.NO_DIGITS)) {
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
