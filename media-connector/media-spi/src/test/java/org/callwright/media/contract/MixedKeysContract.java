package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.callwright.media.spi.Joinable.Direction;
import org.junit.jupiter.api.Test;

/** What becomes of the keys that members of a mix press. */
interface MixedKeysContract extends ContractWorld {

    @Test
    default void keysShouldReachTheMembersGroupAndBeSilenceToTheOthers() throws Exception {
        byte[] noise = Mulaw.encode(Signals.noise(160));
        try (Conference three = Conference.of(driver(), 3)) {
            assertThat(three.hearsNothing(1, () -> press(three.peer(0), noise))).isTrue();
            Eventually.eventually("the key is told", () -> three.call(0).digits.length() == 1);
            assertThat(three.call(0).digits).hasToString("3");
            assertThat(three.call(1).digits).isEmpty();
            assertThat(three.hearExactly(0, Mulaw.encode(Signals.marked(160 * 30)), List.of(three.call(1)))).isTrue();
            assertThat(events(three.peer(1))).isEmpty();
        }
    }

    @Test
    default void keysShouldGoOnToTheOtherOfTwoAsEvents() throws Exception {
        try (Conference two = Conference.of(driver(), 2)) {
            press(two.peer(0), silence(1));
            press(two.peer(0), silence(1));
            Eventually.eventually("both have come", () -> events(two.peer(1)).size() >= 14);
            two.settle();
            List<RtpPeer.Packet> events = events(two.peer(1));
            assertThat(events).hasSize(14).extracting(packet -> (int) packet.payload()[0]).containsOnly(3);
            List<RtpPeer.Packet> key = events.subList(0, 7);
            assertThat(key).extracting(RtpPeer.Packet::timestamp).containsOnly(key.get(0).timestamp());
            assertThat(key).extracting(RtpPeer.Packet::marker)
                    .containsExactly(true, false, false, false, false, false, false);
            assertThat(key).extracting(packet -> packet.payload()[1] < 0)
                    .containsExactly(false, false, false, false, true, true, true);
            assertThat(key).extracting(packet -> (packet.payload()[2] & 0xFF) << 8 | packet.payload()[3] & 0xFF)
                    .containsExactly(160, 320, 480, 640, 800, 800, 800);
            assertThat(events.get(7).timestamp() - key.get(0).timestamp()).isGreaterThanOrEqualTo(10 * 160);
            assertThat(two.hearExactly(0, Mulaw.encode(Signals.marked(160 * 30)), List.of(two.call(1)))).isTrue();
        }
    }

    @Test
    default void keysShouldGoOnAsTonesToOneWhoTakesNoEvents() throws Exception {
        try (Conference one = Conference.of(driver(), 1); Call other = new Call(one.server)) {
            other.offer(other.peer.offer("0"));
            one.mixer.join(Direction.DUPLEX, other.connection);
            Eventually.result(one.mixer.joined(other.connection));
            other.hearing();
            int before = other.peer.received().size();
            press(one.peer(0), silence(1));
            one.settle();
            one.settle();
            short[] heard = Signals.trimmed(Mulaw.decode(other.peer.payloadsSince(before)));
            assertThat(heard.length).isBetween(790, 800);
            assertThat(Signals.share(heard, 697)).isBetween(0.4, 0.6);
            assertThat(Signals.share(heard, 1477)).isBetween(0.4, 0.6);
            assertThat(events(other.peer)).isEmpty();
        }
    }

    private static List<RtpPeer.Packet> events(RtpPeer peer) {
        return peer.received().stream().filter(packet -> packet.payloadType() == 101).toList();
    }

    /** A key whose tone is sent as audio too. */
    private static void press(RtpPeer peer, byte[] noise) {
        peer.send(silence(5));
        int pressed = peer.timestamp;
        for (int i = 1; i <= 5; i++) {
            peer.packet(peer.sequence++, pressed, i == 1, 101, new byte[] {3, 10, (byte) (160 * i >> 8),
                (byte) (160 * i)});
            peer.send(noise);
        }
        for (int i = 0; i < 3; i++) {
            peer.packet(peer.sequence++, pressed, false, 101, new byte[] {3, (byte) 0x8A, (byte) (800 >> 8),
                (byte) 800});
        }
        peer.send(silence(5));
    }

    private static byte[] silence(int frames) {
        byte[] codes = new byte[160 * frames];
        Arrays.fill(codes, (byte) 0xFF);
        return codes;
    }
}
