package org.callwright.e2e.dial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.calls.Records;
import org.callwright.phone.media.Audio;

/** A recording with a channel for each party, as the JDK reads it. */
record TwoChannels(Audio left, Audio right) {

    static TwoChannels of(String recording) throws IOException, UnsupportedAudioFileException {
        HttpResponse<byte[]> file =
                ServerUnderTest.anonymous().getBytes(Records.ACCOUNT + "/Recordings/" + recording + ".wav");
        assertThat(file.statusCode()).isEqualTo(200);
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file.body()))) {
            assertThat(audio.getFormat().getChannels()).isEqualTo(2);
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(8000);
            ShortBuffer samples =
                    ByteBuffer.wrap(audio.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
            short[] left = new short[samples.remaining() / 2];
            short[] right = new short[left.length];
            for (int i = 0; i < left.length; i++) {
                left[i] = samples.get(2 * i);
                right[i] = samples.get(2 * i + 1);
            }
            return new TwoChannels(new Audio(left), new Audio(right));
        }
    }
}
