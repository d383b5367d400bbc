package org.callwright.load.rtp;

import java.net.InetSocketAddress;

/**
 * Audio of calls which are only set up: all name one socket that is bound and never read.
 *
 * @param port of that socket
 */
public record NoAudio(int port) implements RtpStream {

    @Override
    public void start(InetSocketAddress remote, long now) {
        // nothing is sent
    }

    @Override
    public void send(long now) {
        // nothing is sent
    }

    @Override
    public void stop() {
        // nothing is sent
    }

    @Override
    public void close() {
        // the socket is everybody's
    }
}
