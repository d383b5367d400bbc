package org.callwright.media.jsr309;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Makes a jar with the stand-in's interfaces and a driver that has {@link StandInFactory} make its factory. Types are
 * written as one line each: package and kind, name, what it extends, members.
 */
final class StandIn {

    private static final String API = "javax.media.mscontrol";
    private static final String IMPORTS = Stream.of("", ".join", ".networkconnection", ".mediagroup",
            ".mediagroup.signals", ".mixer", ".resource").map(room -> "import " + API + room + ".*;\n")
            .reduce("", String::concat);
    private static final String DRIVER = "org.callwright.standin.StandInDriver";

    private final Path sources;
    private final List<Path> files = new ArrayList<>();

    private StandIn(Path sources) {
        this.sources = sources;
    }

    /** @return the jar */
    static Path jar(Path folder) {
        try {
            return new StandIn(Files.createDirectories(folder.resolve("sources"))).made(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path made(Path folder) throws IOException {
        nouns();
        resources();
        manager();
        driver();
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            List<String> options = List.of("-d", classes.toString(), "-proc:none");
            boolean compiled = compiler.getTask(null, manager, null, options, null,
                    manager.getJavaFileObjectsFromPaths(files)).call();
            if (!compiled) {
                throw new IllegalStateException("the stand-in does not compile");
            }
        }
        Path service = Files.createDirectories(classes.resolve("META-INF/services")).resolve(API + ".spi.Driver");
        Files.writeString(service, DRIVER);
        return packed(classes, folder.resolve("stand-in.jar"));
    }

    private void nouns() throws IOException {
        type("", "class", "MsControlException", "extends Exception",
                "public MsControlException(String text) { super(text); }");
        for (String plain : List.of("Parameter", "EventType", "Qualifier", "MediaErr")) {
            type("", "interface", plain, "", "");
        }
        type("", "interface", "Configuration<T>", "", "");
        type("", "interface", "Parameters", "extends java.util.Map<Parameter, Object>", "");
        type("", "interface", "MediaObject", "", "void release(); Parameters createParameters();");
        type("", "interface", "MsControlFactory", "", "MediaSession createMediaSession() throws MsControlException;");
        type("", "interface", "MediaSession", "extends MediaObject",
                "NetworkConnection createNetworkConnection(Configuration<NetworkConnection> c)"
                + " throws MsControlException;"
                + "MediaGroup createMediaGroup(Configuration<MediaGroup> c) throws MsControlException;"
                + "MediaMixer createMediaMixer(Configuration<MediaMixer> c) throws MsControlException;");
        type("", "interface", "MediaEvent<T>", "",
                "EventType getEventType(); MediaErr getError(); String getErrorText(); boolean isSuccessful();");
        type("", "interface", "MediaEventListener<T extends MediaEvent<?>>", "", "void onEvent(T event);");
        type("", "interface", "MediaEventNotifier<T extends MediaEvent<?>>", "",
                "void addListener(MediaEventListener<T> listener);");
        type(".join", "interface", "Joinable", "",
                "enum Direction { DUPLEX, SEND, RECV }"
                + "void join(Direction direction, Joinable other) throws MsControlException;"
                + "void unjoin(Joinable other) throws MsControlException;");
        type(".networkconnection", "interface", "NetworkConnection", "extends MediaObject, Joinable",
                constants("Configuration<NetworkConnection>", "BASIC")
                + "SdpPortManager getSdpPortManager() throws MsControlException;");
        type(".mediagroup", "interface", "MediaGroup", "extends MediaObject, Joinable",
                constants("Configuration<MediaGroup>", "PLAYER_RECORDER_SIGNALDETECTOR")
                + "Player getPlayer() throws MsControlException; Recorder getRecorder() throws MsControlException;"
                + "SignalDetector getSignalDetector() throws MsControlException;");
        type(".mixer", "interface", "MediaMixer", "extends MediaObject, Joinable",
                constants("Configuration<MediaMixer>", "AUDIO"));
    }

    private void resources() throws IOException {
        type(".resource", "interface", "RTC", "", "");
        type(".resource", "interface", "ResourceEvent<T>", "extends MediaEvent<T>",
                constants("Qualifier", "STOPPED", "RTC_TRIGGERED") + "Qualifier getQualifier();");
        type(".networkconnection", "interface", "SdpPortManager", "extends MediaEventNotifier<SdpPortManagerEvent>",
                "void generateSdpOffer() throws MsControlException;"
                + "void processSdpOffer(byte[] offer) throws MsControlException;"
                + "void processSdpAnswer(byte[] answer) throws MsControlException;");
        type(".networkconnection", "interface", "SdpPortManagerEvent", "extends MediaEvent<SdpPortManager>",
                constants("EventType", "OFFER_GENERATED", "ANSWER_GENERATED", "ANSWER_PROCESSED",
                        "NETWORK_STREAM_FAILURE", "UNSOLICITED_OFFER_GENERATED")
                + constants("MediaErr", "SDP_NOT_ACCEPTABLE", "RESOURCE_UNAVAILABLE", "NO_ERROR", "UNKNOWN_ERROR")
                + "byte[] getMediaServerSdp();");
        type(".mediagroup", "interface", "Player", "extends MediaEventNotifier<PlayerEvent>",
                "void play(java.net.URI[] list, RTC[] rtc, Parameters options) throws MsControlException;"
                + "void play(java.net.URI one, RTC[] rtc, Parameters options) throws MsControlException;"
                + "void stop(boolean all);");
        type(".mediagroup", "interface", "PlayerEvent", "extends ResourceEvent<Player>",
                constants("EventType", "PLAY_COMPLETED", "PAUSED") + constants("Qualifier", "END_OF_PLAY_LIST"));
        type(".mediagroup", "interface", "Recorder", "extends MediaEventNotifier<RecorderEvent>",
                constants("Parameter", "START_BEEP", "MAX_DURATION", "SILENCE_TERMINATION_ON", "APPEND", "FILE_FORMAT")
                + "void record(java.net.URI file, RTC[] rtc, Parameters options) throws MsControlException;"
                + "void stop();");
        type(".mediagroup", "interface", "RecorderEvent", "extends ResourceEvent<Recorder>",
                constants("EventType", "RECORD_COMPLETED", "STARTED")
                + constants("Qualifier", "DURATION_EXCEEDED", "SILENCE") + "int getDuration();");
        type(".mediagroup", "interface", "SpeechDetectorConstants", "",
                constants("Parameter", "INITIAL_TIMEOUT", "FINAL_TIMEOUT")
                + constants("Qualifier", "INITIAL_TIMEOUT_EXPIRED"));
        type(".mediagroup", "interface", "FileFormatConstants", "", constants("Parameter", "WAV"));
        type(".mediagroup.signals", "interface", "SignalDetector", "extends MediaEventNotifier<SignalDetectorEvent>",
                constants("Parameter", "BUFFERING", "ENABLED_EVENTS")
                + "void receiveSignals(int count, Parameter[] patterns, RTC[] rtc, Parameters options)"
                + " throws MsControlException;");
        type(".mediagroup.signals", "interface", "SignalDetectorEvent", "extends ResourceEvent<SignalDetector>",
                constants("EventType", "SIGNAL_DETECTED", "RECEIVE_SIGNALS_COMPLETED") + "String getSignalString();");
        type(".spi", "interface", "Driver", "",
                "String getName();"
                + "MsControlFactory getFactory(java.util.Properties settings) throws MsControlException;");
    }

    /** As the API's own: drivers register as they are loaded, and its first use fails since Java 9. */
    private void manager() throws IOException {
        type(".spi", "class", "DriverManager", "",
                "private static boolean used;"
                + "private static void use() { if (!used) { used = true; throw new NoClassDefFoundError(\"gone\"); } }"
                + "public static void registerDriver(Driver driver) { use(); }"
                + "public static java.util.Iterator<Driver> getDrivers() { use();"
                + " return java.util.Collections.emptyIterator(); }");
    }

    /** Reaches back into the tests by the class loader that the process began with: its own has nothing of them. */
    private void driver() throws IOException {
        write(DRIVER, "package org.callwright.standin;\n" + IMPORTS
                + "public class StandInDriver implements javax.media.mscontrol.spi.Driver {\n"
                + "static { javax.media.mscontrol.spi.DriverManager.registerDriver(new StandInDriver()); }\n"
                + "public String getName() { return \"stand-in\"; }\n"
                + "public MsControlFactory getFactory(java.util.Properties settings) throws MsControlException {\n"
                + "try { return (MsControlFactory) ClassLoader.getSystemClassLoader().loadClass(\""
                + StandInFactory.class.getName() + "\").getMethod(\"create\", java.util.Properties.class,"
                + " ClassLoader.class).invoke(null, settings, getClass().getClassLoader());\n"
                + "} catch (java.lang.reflect.InvocationTargetException e) {"
                + " throw new MsControlException(e.getCause().getMessage());\n"
                + "} catch (ReflectiveOperationException e) { throw new IllegalStateException(e); } } }\n");
    }

    private static String constants(String type, String... names) {
        return Stream.of(names)
                .map(name -> type + " " + name + " = new " + type
                        + "() { @Override public String toString() { return \"" + name + "\"; } };\n")
                .reduce("", String::concat);
    }

    private void type(String room, String kind, String name, String parents, String members) throws IOException {
        write(API + room + "." + name.replaceAll("<.*", ""), "package " + API + room + ";\n" + IMPORTS
                + "public " + kind + " " + name + " " + parents + " {\n" + members + "}\n");
    }

    private void write(String type, String text) throws IOException {
        Path file = sources.resolve(type.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        files.add(Files.writeString(file, text));
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(bytes);
                Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
