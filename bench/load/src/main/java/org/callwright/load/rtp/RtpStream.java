package org.callwright.load.rtp;

import java.net.InetSocketAddress;

/** Both directions of one call's audio, driven by the thread of the caller. */
public interface RtpStream {

    /** The port that the offer names. */
    int port();

    /** The call was answered: the other side is there; the first frame goes out with the next {@link #send}. */
    void start(InetSocketAddress remote, long now);

    /** Sends what is due by now. */
    void send(long now);

    /** Nothing more is sent. What comes is still judged. */
    void stop();

    /** The call is over. */
    void close();
}
