package org.callwright.media.contract;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Finds UDP ports that nobody uses, below the range from which the system gives ports of its own accord. */
public final class FreePorts {

    private FreePorts() {
    }

    /** The first, even, of so many free ports in a row. */
    public static int first(int count) {
        Random random = new Random();
        for (int tries = 0; tries < 200; tries++) {
            int first = 16_000 + 2 * random.nextInt(7_500);
            if (free(first, count)) {
                return first;
            }
        }
        throw new AssertionError("no " + count + " free ports in a row");
    }

    private static boolean free(int first, int count) {
        List<DatagramSocket> sockets = new ArrayList<>();
        try {
            for (int port = first; port < first + count; port++) {
                sockets.add(new DatagramSocket(port, InetAddress.getLoopbackAddress()));
            }
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            sockets.forEach(DatagramSocket::close);
        }
    }
}
