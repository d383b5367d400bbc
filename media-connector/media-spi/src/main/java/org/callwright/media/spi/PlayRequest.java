package org.callwright.media.spi;

import java.util.List;

/**
 * What to play.
 *
 * @param segments played one after the other without a gap
 * @param repeatCount how often the whole is played; 0 = until stopped
 */
public record PlayRequest(List<AudioSegment> segments, int repeatCount) {

    public PlayRequest {
        segments = List.copyOf(segments);
        if (repeatCount < 0) {
            throw new IllegalArgumentException("repeatCount " + repeatCount);
        }
    }
}
