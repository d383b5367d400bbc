package org.callwright.engine.ee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callwright.engine.Eventually.eventually;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Destination;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.InviteFacts;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.call.value.WebTarget;
import org.callwright.engine.CallEngine;
import org.callwright.engine.port.Directory;
import org.callwright.engine.port.SipPort;
import org.callwright.engine.store.InfinispanSessionStore;
import org.callwright.media.codecs.WavReader;
import org.infinispan.Cache;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything but SIP, the database and the server: the real machine on the real engine, webhooks to a real HTTP server,
 * the embedded media engine on real sockets, sessions in a real cache.
 */
@Timeout(120)
class EngineRoomTest {

    private static final AccountSid ACCOUNT = new AccountSid("AC0123456789abcdef0123456789abcdef");
    private static final PhoneNumberSid NUMBER = new PhoneNumberSid("PN0123456789abcdef0123456789abcdef");
    private static final InviteFacts FACTS = new InviteFacts("+15550100", "+15551000", "127.0.0.1",
            Optional.empty(), Optional.empty(), List.of(), "call-id", "127.0.0.1:5060");

    @TempDir
    Path data;
    private final List<Effect.Sip> sent = new CopyOnWriteArrayList<>();
    private final List<Effect.Record> written = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final SipPort sip = sent::add;
    private final DefaultCacheManager caches = new DefaultCacheManager();
    private final Cache<String, byte[]> cache = caches.createCache("sessions", new ConfigurationBuilder().build());
    private HttpServer application;
    private RtpPeer peer;
    private EngineRoom room;
    private CallEngine engine;

    @BeforeEach
    void start() throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
        application.start();
        peer = new RtpPeer();
        room = room(40_000);
        engine = room.engine();
        engine.attach(sip);
    }

    @AfterEach
    void stop() throws IOException {
        room.close();
        caches.close();
        peer.close();
        application.stop(0);
    }

    @Test
    void aCallerShouldBeAnsweredSpokenToAndRecorded() throws Exception {
        serve("/voice", "<Response><Say>Leave a message</Say>"
                + "<Record action='/after' maxLength='1' timeout='30' playBeep='false'/></Response>");
        serve("/after", "<Response><Say>Thank you</Say></Response>");
        CallSid leg = engine.newCallSid();
        engine.post(new CallEvent.Invited(leg, FACTS, Optional.of(peer.offer())));
        String answer = awaitSip(Effect.AcceptInvite.class).sdp();
        assertThat(cache).containsKey(leg.value());
        engine.post(new CallEvent.Acknowledged(leg, Optional.empty()));
        eventually("speech is heard", () -> peer.loudPackets.get() >= 20);
        eventually("recording has begun", () -> recordings().findFirst().isPresent());
        peer.send(answer, 25);
        awaitSip(Effect.SendBye.class);
        eventually("call is over", () -> engine.activeCalls() == 0);

        RecordingRecord recording = recordings().reduce((before, after) -> after).orElseThrow();
        assertThat(recording.status()).isEqualTo(RecordingRecord.Status.COMPLETED);
        Path file = data.resolve("recordings").resolve(recording.sid() + ".wav");
        assertThat(WavReader.readAll(file, 60)).hasSize(8_000);
        assertThat(written.stream().filter(Effect.SaveSay.class::isInstance)
                .map(save -> ((Effect.SaveSay) save).say())).hasSize(2).allSatisfy(say -> {
                    assertThat(say.completed()).isTrue();
                    assertThat(say.provider()).isEqualTo("tone");
                });
        assertThat(lastStatus(leg)).isEqualTo(CallStatus.COMPLETED);
        assertThat(asked.get(0)).startsWith("/voice ").contains("CallSid=" + leg).contains("To=%2B15551000");
        assertThat(asked.get(1)).startsWith("/after ")
                .contains("RecordingUrl=http%3A%2F%2F127.0.0.1%3A8080%2Frestcomm");
        assertThat(cache).isEmpty();
    }

    @Test
    void anApplicationThatFailsShouldLeadToARefusal() {
        CallSid leg = engine.newCallSid();
        engine.post(new CallEvent.Invited(leg, FACTS, Optional.of(peer.offer())));
        assertThat(awaitSip(Effect.RefuseInvite.class).status()).isEqualTo(404);
        eventually("call is over", () -> engine.activeCalls() == 0);
        assertThat(written).anyMatch(record -> record instanceof Effect.SaveNotification);
    }

    @Test
    void anOfferWithoutACommonCodecShouldBeRefused() {
        serve("/voice", "<Response><Say>Hello</Say></Response>");
        CallSid leg = engine.newCallSid();
        engine.post(new CallEvent.Invited(
                leg, FACTS, Optional.of(peer.offer().replace("RTP/AVP 0", "RTP/AVP 18").replace("PCMU", "G729"))));
        assertThat(awaitSip(Effect.RefuseInvite.class).status()).isEqualTo(488);
        eventually("call is over", () -> engine.activeCalls() == 0);
    }

    @Test
    void aPlacedCallShouldRunItsDocumentAndEndWithTheCalleesBye() {
        serve("/voice", "<Response><Pause length='60'/></Response>");
        var record = engine.placeCall(new OutboundCall(ACCOUNT, "+15550100", "+15550101", "sip:x@127.0.0.1", List.of(),
                voice(), Optional.empty(), Duration.ofSeconds(60)));
        assertThat(record.status()).isEqualTo(CallStatus.QUEUED);
        String offer = awaitSip(Effect.PlaceInvite.class).sdp();
        assertThat(offer).contains("m=audio");
        engine.post(new CallEvent.Progressed(record.sid(), 180));
        engine.post(new CallEvent.Accepted(record.sid(), Optional.of(peer.offer())));
        eventually("document is fetched", () -> !asked.isEmpty());
        engine.post(new CallEvent.HungUp(record.sid()));
        eventually("call is over", () -> engine.activeCalls() == 0);
        assertThat(lastStatus(record.sid())).isEqualTo(CallStatus.COMPLETED);
    }

    @Test
    void closingShouldEndTheCallsAndFreeTheSockets() throws Exception {
        serve("/voice", "<Response><Pause length='60'/><Hangup/></Response>");
        CallSid leg = engine.newCallSid();
        engine.post(new CallEvent.Invited(leg, FACTS, Optional.of(peer.offer())));
        eventually("document is fetched", () -> !asked.isEmpty());
        engine.detach(sip);
        assertThat(engine.activeCalls()).isZero();
        assertThat(sent).anyMatch(effect -> effect instanceof Effect.RefuseInvite);
        assertThat(lastStatus(leg).terminal()).isTrue();
        room.close();
        room = room(40_000);
    }

    @Test
    void whatADeadRunLeftInTheCacheShouldBeClosedByTheNext() {
        serve("/voice", "<Response><Pause length='60'/><Hangup/></Response>");
        CallSid leg = engine.newCallSid();
        engine.post(new CallEvent.Invited(leg, FACTS, Optional.of(peer.offer())));
        eventually("document is fetched", () -> !asked.isEmpty());
        Map<String, byte[]> left = new HashMap<>(cache);
        room.close();
        cache.clear();
        cache.putAll(left);
        written.clear();
        room = room(40_000);
        eventually("the call's record is closed", () -> written.stream().anyMatch(record ->
                record instanceof Effect.SaveCall save && save.call().status().terminal()));
        eventually("the state is dropped", cache::isEmpty);
    }

    @Test
    void portsThatCannotBeBoundShouldFailTheStartByName() throws IOException {
        try (DatagramSocket one = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            int even = one.getLocalPort() & ~1;
            try (DatagramSocket other = new DatagramSocket(
                    one.getLocalPort() ^ 1, InetAddress.getByName("127.0.0.1"))) {
                assertThat(other.isBound()).isTrue();
                assertThatThrownBy(() -> room(even, even + 1)).hasMessageContaining(String.valueOf(even));
            }
        }
        assertThatThrownBy(() -> room(Map.of("CALLWRIGHT_MEDIA_DRIVER", "tape")))
                .hasMessageContaining("tape").hasMessageContaining("embedded");
    }

    private void serve(String path, String document) {
        application.createContext(path, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(path + " " + body);
            exchange.getResponseHeaders().add("Content-Type", "text/xml");
            byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private WebTarget voice() {
        return new WebTarget(
                URI.create("http://127.0.0.1:" + application.getAddress().getPort() + "/voice"), HttpMethod.POST);
    }

    private <T extends Effect.Sip> T awaitSip(Class<T> kind) {
        eventually(kind.getSimpleName(), () -> sent.stream().anyMatch(kind::isInstance));
        return sent.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }

    private Stream<RecordingRecord> recordings() {
        return written.stream().filter(Effect.SaveRecording.class::isInstance)
                .map(save -> ((Effect.SaveRecording) save).recording());
    }

    private CallStatus lastStatus(CallSid leg) {
        return written.stream().filter(Effect.SaveCall.class::isInstance).map(save -> ((Effect.SaveCall) save).call())
                .filter(call -> call.sid().equals(leg)).reduce((before, after) -> after).orElseThrow().status();
    }

    private EngineRoom room(int firstPort) {
        return room(firstPort, firstPort + 999);
    }

    private EngineRoom room(int firstPort, int lastPort) {
        return room(Map.of("CALLWRIGHT_RTP_PORTS", firstPort + "-" + lastPort));
    }

    private EngineRoom room(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("CALLWRIGHT_DATA", data.toString());
        all.put("CALLWRIGHT_WEBHOOK_ALLOW", "127.0.0.0/8");
        Directory directory = facts -> new Directory.Resolution.Found(
                new Destination(ACCOUNT, NUMBER, Optional.of(voice()), Optional.empty()));
        return new EngineRoom(AllSettings.fromEnvironment(all), written::add, directory,
                new InfinispanSessionStore(cache), Executors.defaultThreadFactory());
    }
}
