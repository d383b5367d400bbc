package org.callwright.engine.core;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.callwright.call.CallSession;
import org.callwright.call.Effect;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallPolicy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.FetchedDocument;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.InviteFacts;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;
import org.callwright.engine.port.Directory;
import org.callwright.engine.port.MediaPort;
import org.callwright.engine.port.RecordStore;
import org.callwright.engine.port.SessionStore;
import org.callwright.engine.port.SipPort;
import org.callwright.engine.port.TimerPort;
import org.callwright.engine.port.WebhookPort;

/**
 * All ports in memory, a stepped clock and an executor that works when told to. {@link #story} tells in one list what
 * the engine did, in its order.
 */
final class FakeWorld {

    static final String INSTANCE = "ID0123456789abcdef0123456789abcdef";
    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    static final AccountSid ACCOUNT = new AccountSid("AC0123456789abcdef0123456789abcdef");
    static final WebTarget VOICE = new WebTarget(URI.create("http://app.example.org/"), HttpMethod.POST);

    /** Of a call that comes in. */
    static final InviteFacts FACTS = new InviteFacts("+15550100", "+15551000", "example.org",
            Optional.empty(), Optional.empty(), List.of(), "call-id", "127.0.0.1:5060");

    /** A call that is to be placed. */
    static final OutboundCall CALL = new OutboundCall(ACCOUNT, "+15550100", "+15550101", "sip:x@y", List.of(),
            VOICE, Optional.empty(), Duration.ofSeconds(60));

    final List<String> story = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    final Map<String, Runnable> timers = new HashMap<>();
    final Map<CallSid, CallSession> stored = new HashMap<>();
    final List<CompletableFuture<FetchedDocument>> fetches = new ArrayList<>();
    final ArrayDeque<Runnable> work = new ArrayDeque<>();
    Directory.Resolution resolution = new Directory.Resolution.Unknown();
    Duration saved = Duration.ZERO;
    Duration wait = Duration.ZERO;
    boolean shortOfMemory;
    RuntimeException storeFailure;
    RuntimeException sipFailure;
    RuntimeException directoryFailure;
    private Instant now = START;

    final SipPort sip = effect -> {
        note("sip", effect);
        if (sipFailure != null) {
            throw sipFailure;
        }
    };

    Ports ports() {
        MediaPort media = effect -> note("media", effect);
        RecordStore records = effect -> note("record", effect);
        return new Ports(media, this::fetch, timerPort(), records, sessionStore(), this::resolve,
                recording -> saved);
    }

    private Workers workers() {
        return new Workers() {
            @Override
            public void execute(Runnable task) {
                work.add(task);
            }

            @Override
            public Duration longestWait() {
                return wait;
            }

            @Override
            public boolean shortOfMemory() {
                return shortOfMemory;
            }
        };
    }

    EngineConfig config(int maxCalls) {
        return new EngineConfig(INSTANCE, CallPolicy.DEFAULT, maxCalls, Duration.ZERO);
    }

    Engine engine(Machine machine) {
        return engine(machine, 100);
    }

    Engine engine(Machine machine, int maxCalls) {
        return new Engine(config(maxCalls), ports(), workers(), work::add, clock(), machine);
    }

    /** Runs what the engine gave to its workers, until nothing is left. */
    void settle() {
        while (!work.isEmpty()) {
            work.poll().run();
        }
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void fire(CallSid leg, long timer) {
        timers.remove(leg + "/" + timer).run();
    }

    <T extends Effect> List<T> all(Class<T> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Clock clock() {
        InstantSource time = () -> now;
        return time.withZone(ZoneOffset.UTC);
    }

    private void note(String port, Effect effect) {
        story.add(port + " " + effect.getClass().getSimpleName());
        effects.add(effect);
    }

    private CompletionStage<FetchedDocument> fetch(WebRequest request) {
        story.add("fetch " + request.target().url());
        CompletableFuture<FetchedDocument> answer = new CompletableFuture<>();
        fetches.add(answer);
        return answer;
    }

    private Directory.Resolution resolve(InviteFacts facts) {
        story.add("resolve " + facts.to());
        if (directoryFailure != null) {
            throw directoryFailure;
        }
        return resolution;
    }

    private TimerPort timerPort() {
        return new TimerPort() {
            @Override
            public void start(CallSid leg, long timer, Duration delay, Runnable onFire) {
                timers.put(leg + "/" + timer, onFire);
            }

            @Override
            public void stop(CallSid leg, long timer) {
                timers.remove(leg + "/" + timer);
            }

            @Override
            public void stopAll(CallSid leg) {
                timers.keySet().removeIf(key -> key.startsWith(leg + "/"));
            }
        };
    }

    private SessionStore sessionStore() {
        return new SessionStore() {
            @Override
            public void put(CallSession session) {
                story.add("store");
                if (storeFailure != null) {
                    throw storeFailure;
                }
                stored.put(session.sid(), session);
            }

            @Override
            public Optional<CallSession> get(CallSid sid) {
                return Optional.ofNullable(stored.get(sid));
            }

            @Override
            public void remove(CallSid sid) {
                story.add("forget");
                stored.remove(sid);
            }

            @Override
            public Set<CallSid> sids() {
                return Set.copyOf(stored.keySet());
            }
        };
    }
}
