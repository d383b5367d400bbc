package org.callwright.media.mgcp.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callwright.media.mgcp.au.AuSegment;
import org.callwright.media.mgcp.message.MgcpSyntaxException;
import org.callwright.media.spi.AudioSegment;

/** Turns segments of AU into those of the media SPI. */
final class Announcement {

    private static final AudioSegment BEEP = new AudioSegment.Tone(1000, -10, Duration.ofMillis(400));

    private Announcement() {
    }

    /** @throws MgcpSyntaxException when a file may not be played */
    static List<AudioSegment> of(List<AuSegment> segments, Folders folders) throws MgcpSyntaxException {
        List<AudioSegment> audio = new ArrayList<>();
        for (AuSegment segment : segments) {
            if (segment instanceof AuSegment.File file) {
                Optional<Path> path = folders.readable(file.uri());
                audio.add(new AudioSegment.File(path.orElseThrow(
                        () -> new MgcpSyntaxException("this file may not be played"))));
            } else if (segment instanceof AuSegment.Silence silence) {
                audio.add(new AudioSegment.Silence(silence.length()));
            } else if (segment instanceof AuSegment.Tone tone) {
                audio.add(new AudioSegment.Tone(tone.hertz(), tone.levelDbm0(), tone.length()));
            } else {
                audio.add(BEEP);
            }
        }
        return audio;
    }
}
