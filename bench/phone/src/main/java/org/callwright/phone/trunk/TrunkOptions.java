package org.callwright.phone.trunk;

import java.net.InetSocketAddress;
import java.util.function.Consumer;

/**
 * How a trunk is run. Immutable; each method gives a changed copy.
 *
 * @param address it is bound to
 * @param port of SIP over UDP; 0 takes a free one
 * @param fast whether people answer at once and hang up after the first 0.2 s of the caller's sound
 * @param log gets one line for each call that has ended
 */
public record TrunkOptions(String address, int port, boolean fast, Consumer<String> log) {

    /** @throws IllegalArgumentException when the port is none, or callers could not be told the address */
    public TrunkOptions {
        InetSocketAddress where = new InetSocketAddress(address, port);
        if (where.isUnresolved() || where.getAddress().isAnyLocalAddress()) {
            throw new IllegalArgumentException(address + " is not the address of one interface");
        }
    }

    /** On that port of 127.0.0.1, neither fast nor talkative. */
    public static TrunkOptions onPort(int port) {
        return new TrunkOptions("127.0.0.1", port, false, line -> { });
    }

    public TrunkOptions address(String newAddress) {
        return new TrunkOptions(newAddress, port, fast, log);
    }

    public TrunkOptions port(int newPort) {
        return new TrunkOptions(address, newPort, fast, log);
    }

    /** For load: people answer at once and don't stay. */
    public TrunkOptions hasty() {
        return new TrunkOptions(address, port, true, log);
    }

    public TrunkOptions log(Consumer<String> newLog) {
        return new TrunkOptions(address, port, fast, newLog);
    }
}
