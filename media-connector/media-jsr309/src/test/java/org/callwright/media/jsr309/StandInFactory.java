package org.callwright.media.jsr309;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.callwright.media.embedded.EmbeddedDriver;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaMixer;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.Recorder;

/**
 * What stands behind the stand-in's interfaces: the embedded engine. Joins and receiving are noted, as the bridge's
 * order of them is tested.
 */
public final class StandInFactory {

    /** What was joined, played and released since a test cleared it, such as {@code group.join(DUPLEX, connection)}. */
    static final List<String> NOTES = new CopyOnWriteArrayList<>();
    /** All engines that were started; whoever closes the bridge does not know of them. */
    private static final List<MediaServer> ENGINES = new CopyOnWriteArrayList<>();

    private final Proxies proxies;
    private final MediaServer engine;
    private final Map<Object, Joinable> joinables = new IdentityHashMap<>();
    private final Map<Object, String> names = new IdentityHashMap<>();
    /** The group of each connection that was joined first. */
    private final Map<Object, MediaGroup> first = new IdentityHashMap<>();
    /** Groups that came later and only receive, with the first one of their connection. */
    private final Map<Object, MediaGroup> second = new IdentityHashMap<>();

    private StandInFactory(Proxies proxies, MediaServer engine) {
        this.proxies = proxies;
        this.engine = engine;
    }

    /** For the driver in the jar; settings are first-port, last-port and inactivity-ms. */
    public static Object create(Properties settings, ClassLoader loader) throws MediaException {
        if (settings.containsKey("refuse")) {
            throw new MediaException(MediaFailure.INTERNAL, "no licence");
        }
        MediaServer engine = new EmbeddedDriver().start(new MediaServerConfig(InetAddress.getLoopbackAddress(),
                "127.0.0.1", Integer.parseInt(settings.getProperty("first-port")),
                Integer.parseInt(settings.getProperty("last-port")),
                Duration.ofMillis(Long.parseLong(settings.getProperty("inactivity-ms", "0")))));
        ENGINES.add(engine);
        return new StandInFactory(new Proxies(loader), engine).factory();
    }

    static void closeEngines() {
        ENGINES.forEach(MediaServer::close);
        ENGINES.clear();
    }

    private Object factory() {
        return proxies.of("MsControlFactory", Map.of("createMediaSession", a -> session()));
    }

    private Object session() throws MediaException {
        MediaSession session = engine.createMediaSession("stand-in");
        return proxies.of("MediaSession", Map.of(
                "createNetworkConnection", a -> connection(session),
                "createMediaGroup", a -> group(session),
                "createMediaMixer", a -> mixer(session),
                "release", a -> {
                    session.release();
                    NOTES.add("session.release");
                    return null;
                }));
    }

    private Object mixer(MediaSession session) throws MediaException {
        MediaMixer mixer = session.createMediaMixer();
        return joinable("mixer", "mixer.MediaMixer", mixer, Map.of("release", a -> {
            mixer.release();
            return null;
        }));
    }

    private Object connection(MediaSession session) throws MediaException {
        Listeners listeners = new Listeners(proxies, "networkconnection.SdpPortManagerEvent");
        NetworkConnection connection = session.createNetworkConnection(silence ->
                listeners.tell("NETWORK_STREAM_FAILURE", false, Map.of()));
        Object manager = proxies.of("networkconnection.SdpPortManager", Map.of(
                "addListener", listeners::add,
                "processSdpOffer", a -> answer(listeners, "ANSWER_GENERATED",
                        connection.sdpPortManager().processSdpOffer(new String((byte[]) a[0]))),
                "generateSdpOffer", a -> answer(listeners, "OFFER_GENERATED",
                        connection.sdpPortManager().generateSdpOffer()),
                "processSdpAnswer", a -> answer(listeners, "ANSWER_PROCESSED",
                        connection.sdpPortManager().processSdpAnswer(new String((byte[]) a[0])))));
        return joinable("connection", "networkconnection.NetworkConnection", connection,
                Map.of("getSdpPortManager", a -> manager, "release", a -> {
                    connection.release();
                    return null;
                }));
    }

    private static Object answer(Listeners listeners, String type, CompletionStage<?> stage) {
        stage.whenComplete((sdp, failure) -> {
            if (Trouble.once(Trouble.OFFERS)) {
                listeners.tell("UNSOLICITED_OFFER_GENERATED", true, Map.of("getMediaServerSdp", "v=0".getBytes()));
            }
            Throwable cause = failure != null && failure.getCause() != null ? failure.getCause() : failure;
            if (cause instanceof MediaException refused) {
                listeners.tell(type, false, Map.of("getErrorText", refused.getMessage(), "getError",
                        listeners.constant(refused.failure() == MediaFailure.SDP_NOT_ACCEPTABLE ? "SDP_NOT_ACCEPTABLE"
                                : refused.failure() == MediaFailure.RESOURCE_UNAVAILABLE ? "RESOURCE_UNAVAILABLE"
                                : "UNKNOWN_ERROR")));
            } else {
                listeners.tell(type, true, sdp == null ? Map.of() : Map.of("getMediaServerSdp",
                        ((String) sdp).getBytes()));
            }
        });
        return null;
    }

    /** A group that is not the first one of its session is a second recorder. */
    private Object group(MediaSession session) throws MediaException {
        MediaGroup group = session.createMediaGroup();
        Listeners recorded = new Listeners(proxies, "mediagroup.RecorderEvent");
        Object[] self = new Object[1];
        Map<String, Proxies.Call> methods = new HashMap<>();
        Object player = player(group);
        Object recorder = recorder(() -> chosen(self[0], group), recorded);
        Object detector = detector(group);
        methods.put("getPlayer", a -> player);
        methods.put("getRecorder", a -> recorder);
        methods.put("getSignalDetector", a -> detector);
        methods.put("createParameters", a -> proxies.parameters());
        methods.put("release", a -> {
            group.release();
            return null;
        });
        self[0] = joinable("group", "mediagroup.MediaGroup", group, methods);
        return self[0];
    }

    private Recorder chosen(Object self, MediaGroup group) {
        return second.containsKey(self) ? second.get(self).liveRecorder() : group.recorder();
    }

    private Object player(MediaGroup group) {
        Listeners listeners = new Listeners(proxies, "mediagroup.PlayerEvent");
        return proxies.of("mediagroup.Player", Map.of("addListener", listeners::add,
                "play", a -> {
                    List<AudioSegment> files = Stream.of((URI[]) a[0]).map(uri ->
                            (AudioSegment) new AudioSegment.File(Path.of(uri))).toList();
                    NOTES.add("player.play(" + files.size() + ")");
                    group.player().play(new PlayRequest(files, 1)).thenAccept(result -> listeners.tell("PLAY_COMPLETED",
                            result.reason() != PlayResult.Reason.FAILED, Map.of("getErrorText", result.detail(),
                                    "getQualifier", listeners.constant(result.reason() == PlayResult.Reason.STOPPED
                                            ? "STOPPED" : "END_OF_PLAY_LIST"))));
                    return null;
                },
                "stop", a -> {
                    group.player().stop();
                    return null;
                }));
    }

    /** Gives the recorder when it is known which one it is. */
    private interface Recorders {

        Recorder get();
    }

    private Object recorder(Recorders recorders, Listeners listeners) {
        return proxies.of("mediagroup.Recorder", Map.of("addListener", listeners::add,
                "record", a -> {
                    Map<String, Object> options = Proxies.named((Map<?, ?>) a[2]);
                    RecordRequest request = new RecordRequest(Path.of((URI) a[0]), (boolean) options.get("START_BEEP"),
                            Duration.ofMillis((int) options.get("MAX_DURATION")),
                            Duration.ofMillis((int) options.getOrDefault("FINAL_TIMEOUT", 0)));
                    recorders.get().record(request).thenAccept(result -> listeners.tell("RECORD_COMPLETED",
                            result.reason() != RecordResult.Reason.FAILED, Map.of("getErrorText", result.detail(),
                                    "getDuration", (int) result.recorded().toMillis(),
                                    "getQualifier", qualifier(listeners, result))));
                    return null;
                },
                "stop", a -> {
                    recorders.get().stop();
                    return null;
                }));
    }

    private Object qualifier(Listeners listeners, RecordResult result) {
        if (Trouble.qualifier != null) {
            return listeners.constant(Trouble.qualifier);
        }
        return switch (result.reason()) {
            case MAX_DURATION -> listeners.constant("DURATION_EXCEEDED");
            case SILENCE -> result.soundHeard() ? listeners.constant("SILENCE")
                    : proxies.constant("mediagroup.SpeechDetectorConstants", "INITIAL_TIMEOUT_EXPIRED");
            default -> listeners.constant("STOPPED");
        };
    }

    private Object detector(MediaGroup group) {
        Listeners listeners = new Listeners(proxies, "mediagroup.signals.SignalDetectorEvent");
        return proxies.of("mediagroup.signals.SignalDetector", Map.of("addListener", listeners::add,
                "receiveSignals", a -> {
                    NOTES.add("receiveSignals(" + a[0] + ")");
                    if (Trouble.once(Trouble.DEAF)) {
                        listeners.tell("RECEIVE_SIGNALS_COMPLETED", false, Map.of("getErrorText", "no resource"));
                        return null;
                    }
                    String both = Trouble.ALSO_AT_THE_END.poll();
                    String last = both == null ? Trouble.ONLY_AT_THE_END.poll() : both;
                    if (both != null) {
                        listeners.tell("SIGNAL_DETECTED", true, Map.of("getSignalString", both));
                    }
                    if (last != null) {
                        listeners.tell("RECEIVE_SIGNALS_COMPLETED", true, Map.of("getSignalString", last));
                        return null;
                    }
                    group.signalDetector().onSignal(signal -> listeners.tell("SIGNAL_DETECTED", true,
                            Map.of("getSignalString", String.valueOf(signal.digit()))));
                    return null;
                }));
    }

    private Object joinable(String name, String type, Joinable real, Map<String, Proxies.Call> more) {
        Map<String, Proxies.Call> methods = new HashMap<>(more);
        Object[] self = new Object[1];
        methods.put("join", a -> {
            NOTES.add(name + ".join(" + a[0] + ", " + names.get(a[1]) + ")");
            join(self[0], Joinable.Direction.valueOf(a[0].toString()), a[1]);
            return null;
        });
        methods.put("unjoin", a -> {
            NOTES.add(name + ".unjoin(" + names.get(a[0]) + ")");
            real.unjoin(joinables.get(a[0]));
            return null;
        });
        self[0] = proxies.of(type, methods);
        joinables.put(self[0], real);
        names.put(self[0], name);
        return self[0];
    }

    private void join(Object one, Joinable.Direction direction, Object other) throws MediaException {
        Joinable real = joinables.get(one);
        if (real instanceof MediaGroup && direction == Joinable.Direction.RECV && first.containsKey(other)) {
            second.put(one, first.get(other));
            return;
        }
        real.join(direction, joinables.get(other));
        if (real instanceof MediaGroup group) {
            first.put(other, group);
        }
    }

    /** Whoever listens to one resource. */
    private static final class Listeners {

        private final Proxies proxies;
        private final String type;
        private final List<Object> listeners = new ArrayList<>();

        private Listeners(Proxies proxies, String type) {
            this.proxies = proxies;
            this.type = type;
        }

        private synchronized Object add(Object[] arguments) {
            listeners.add(arguments[0]);
            return null;
        }

        private Object constant(String name) {
            return proxies.constant(type, name);
        }

        private synchronized void tell(String eventType, boolean successful, Map<String, Object> values) {
            if (Trouble.UNTOLD.contains(eventType)) {
                return;
            }
            Map<String, Proxies.Call> methods = new HashMap<>();
            values.forEach((method, value) -> methods.put(method, a -> value));
            methods.put("getEventType", a -> constant(eventType));
            methods.put("isSuccessful", a -> successful);
            Object event = proxies.of(type, methods);
            listeners.forEach(listener -> proxies.onEvent(listener, event));
        }
    }
}
