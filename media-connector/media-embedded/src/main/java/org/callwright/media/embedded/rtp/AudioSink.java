package org.callwright.media.embedded.rtp;

/**
 * Takes a leg's audio as it arrives, with the sender's time stamps; ordering and gaps are the sink's concern. Called on
 * the leg's tick thread; arrays belong to the caller and are valid during the call only.
 */
public interface AudioSink {

    /**
     * Audio of one packet.
     *
     * @param timestamp of its first sample
     * @param missing packets not seen between the newest one before and this; negative when this one is late itself
     */
    void audio(int timestamp, short[] samples, int count, int missing, long nanoTime);

    /** As {@link #audio}, but silence known as such: a telephone-event covers it. May overlap what came before. */
    void silence(int timestamp, int count, int missing, long nanoTime);

    /** The next packet's time stamps have nothing to do with those before. */
    void senderChanged();

    /** Takes nothing. */
    AudioSink NONE = new AudioSink() {
        @Override
        public void audio(int timestamp, short[] samples, int count, int missing, long nanoTime) {
            return;
        }

        @Override
        public void silence(int timestamp, int count, int missing, long nanoTime) {
            return;
        }

        @Override
        public void senderChanged() {
            return;
        }
    };
}
