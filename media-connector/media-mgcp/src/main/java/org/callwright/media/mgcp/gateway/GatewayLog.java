package org.callwright.media.mgcp.gateway;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;

/** The operator messages of the gateway, numbered CWMED1500 to CWMED1549. No digit and no SDP may stand in them. */
final class GatewayLog {

    private static final Logger LOGGER = System.getLogger("org.callwright.media.mgcp");

    private GatewayLog() {
    }

    static void started(InetSocketAddress address, String prefix, int maxEndpoints) {
        LOGGER.log(Level.INFO, "CWMED1501: media gateway listens for MGCP on " + text(address) + ", endpoints " + prefix
                + "/ivr/$, " + prefix + "/bridge/$, " + prefix + "/cnf/$, at most " + maxEndpoints);
    }

    static void stopped() {
        LOGGER.log(Level.INFO, "CWMED1502: media gateway stopped");
    }

    static void restartUnanswered(InetSocketAddress callAgent, String reason) {
        LOGGER.log(Level.WARNING, "CWMED1511: call agent " + text(callAgent)
                + " did not take the RSIP and is told again: " + reason);
    }

    static void notificationLost(String endpoint, InetSocketAddress callAgent, Throwable reason) {
        LOGGER.log(Level.WARNING, "CWMED1512: events of " + endpoint + " did not reach " + text(callAgent) + ": "
                + reason.getMessage());
    }

    static void eventsDropped(String endpoint) {
        LOGGER.log(Level.WARNING, "CWMED1513: too many keys of " + endpoint
                + " wait to be told, further ones are dropped");
    }

    static void openToAll(InetSocketAddress address) {
        LOGGER.log(Level.WARNING, "CWMED1514: whoever reaches " + text(address)
                + " may use the gateway; CALLWRIGHT_MGCP_CALL_AGENTS restricts it");
    }

    static void abandoned(String endpoint) {
        LOGGER.log(Level.WARNING, "CWMED1515: " + endpoint
                + " is taken away: neither its peer nor its call agent is there any more");
    }

    private static String text(InetSocketAddress address) {
        return address.getHostString() + ':' + address.getPort();
    }
}
