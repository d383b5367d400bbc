package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.callwright.media.spi.MediaCodec;
import org.junit.jupiter.api.Test;

/**
 * Legs that meet in a mix understand each other, whatever codecs they speak. Linear and G.711 legs must get what a
 * lone speaker's codec gives, to the bit; where coding loses something, what it gives must be alike.
 */
interface TranscodingContract extends ContractWorld {

    /** All codecs of the class path. */
    default List<Coding> codings() {
        return List.of(new Coding("PCMU", 0, 160), new Coding("PCMA", 8, 160), new Coding("L16", 97, 320),
                CodecContract.GSM);
    }

    @Test
    default void eachShouldBeHeardByAllOthersWhateverTheirCodecs() throws Exception {
        List<Coding> codings = codings();
        List<Coding> twice = new ArrayList<>(codings);
        twice.addAll(codings);
        try (Conference all = Conference.of(driver(), twice)) {
            for (int speaker = 0; speaker < codings.size(); speaker++) {
                new Talk(all, twice, speaker).shouldBeHeard();
            }
        }
    }

    /** One member says something that no stretch of sounds like another, while the others are silent. */
    final class Talk {

        private static final int FRAMES = 50;
        private static final int ATTEMPTS = 3;
        private static final double ALIKE = 0.8;

        private final Conference all;
        private final List<Coding> codings;
        private final int speaker;
        private final MediaCodec encoder;
        private final MediaCodec decoder;

        Talk(Conference all, List<Coding> codings, int speaker) {
            this.all = all;
            this.codings = codings;
            this.speaker = speaker;
            encoder = codings.get(speaker).codec();
            decoder = codings.get(speaker).codec();
        }

        /** A busy machine may lose a frame, so there is more than one attempt. */
        void shouldBeHeard() {
            List<String> deaf = say();
            for (int attempt = 1; attempt < ATTEMPTS && !deaf.isEmpty(); attempt++) {
                deaf = say();
            }
            assertThat(deaf).as("do not hear " + codings.get(speaker).name()).isEmpty();
        }

        private List<String> say() {
            short[] speech = Signals.marked(RtpPeer.FRAME * FRAMES);
            short[] decoded = new short[speech.length];
            List<byte[]> packets = new ArrayList<>();
            for (int at = 0; at < speech.length; at += RtpPeer.FRAME) {
                byte[] packet = new byte[codings.get(speaker).bytes()];
                encoder.encode(speech, at, RtpPeer.FRAME, packet, 0);
                decoder.decode(packet, 0, packet.length, decoded, at);
                packets.add(packet);
            }
            List<Integer> before = all.calls().stream().map(call -> call.peer.received().size()).toList();
            all.peer(speaker).sendPackets(packets);
            all.settle();
            all.settle();
            List<String> deaf = new ArrayList<>();
            for (int i = 0; i < codings.size(); i++) {
                if (i != speaker && !hears(i, before.get(i), decoded)) {
                    deaf.add(codings.get(i).name());
                }
            }
            return deaf;
        }

        private boolean hears(int listener, int before, short[] said) {
            Coding coding = codings.get(listener);
            MediaCodec codec = coding.codec();
            if (!codec.remembers()) {
                byte[] expected = new byte[coding.bytes() * FRAMES];
                codec.encode(said, 0, said.length, expected, 0);
                return Signals.framesInOrder(all.peer(listener).payloadsSince(before), expected)
                        == expected.length / RtpPeer.FRAME;
            }
            List<byte[]> payloads = all.peer(listener).received().stream().map(RtpPeer.Packet::payload).toList();
            short[] heard = coding.decoded(payloads);
            return Signals.likeness(Arrays.copyOfRange(heard, RtpPeer.FRAME * before, heard.length), said) > ALIKE;
        }
    }
}
