package org.callwright.load.audio;

/**
 * What was found in a stream or in a recording.
 *
 * @param stream of the first frame, -1 when there was none
 * @param frames that were found
 * @param first number of the first frame, -1 when there was none
 * @param last highest number that was found, -1 when there was none
 * @param missing frames that are not there between first and last
 * @param repeated frames that came again, or late
 * @param foreign frames of another stream
 * @param changed samples within frames that are not as they were written
 * @param inserted samples between first and last frame that belong to no frame
 * @param before samples before the first frame
 * @param after samples behind the last frame
 */
public record AudioVerdict(int stream, long frames, long first, long last, long missing, long repeated, long foreign,
        long changed, long inserted, long before, long after) {

    /** Whether each frame from the first to the last is there once, with each sample as written, and nothing else. */
    public boolean whole() {
        return frames > 0 && missing == 0 && repeated == 0 && foreign == 0 && changed == 0 && inserted == 0;
    }
}
