package org.callwright.media.mgcp.agent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The operator messages of the MGCP call agent and driver: CWMED1600 to CWMED1649, without digits and SDP. */
public final class AgentLog {

    private static final Logger LOGGER = System.getLogger("org.callwright.media.mgcp.agent");

    private AgentLog() {
    }

    static void started(String local, String servers) {
        LOGGER.log(Level.INFO, "CWMED1601: MGCP call agent started on " + local + ", media servers " + servers);
    }

    static void stopped() {
        LOGGER.log(Level.INFO, "CWMED1602: MGCP call agent stopped");
    }

    static void up(String server) {
        LOGGER.log(Level.INFO, "CWMED1603: media server " + server + " takes endpoints again");
    }

    static void draining(String server) {
        LOGGER.log(Level.INFO, "CWMED1604: media server " + server + " goes on with what it has and gets no more");
    }

    static void down(String server, String why, int lost) {
        LOGGER.log(Level.ERROR, "CWMED1605: media server " + server + " is down (" + why + "), " + lost
                + " endpoint(s) are lost with it");
    }

    static void restarted(String server, String method) {
        LOGGER.log(Level.WARNING, "CWMED1606: media server " + server + " tells of a restart: " + method);
    }

    static void stranger(String address) {
        LOGGER.log(Level.WARNING, "CWMED1607: RSIP of " + address + " ignored, which is no media server of the pool");
    }

    /** No server of the pool took an endpoint. */
    public static void refused(String correlationId, String why) {
        LOGGER.log(Level.ERROR, "CWMED1608: no media for " + correlationId + ": " + why);
    }

    /** The media of a call was lost with its server. */
    public static void lost(String correlationId, String server, String why) {
        LOGGER.log(Level.WARNING, "CWMED1609: media of " + correlationId + " on " + server + " is lost: " + why);
    }

    /** Something that nobody waits for was refused. */
    public static void failed(String correlationId, String what, String why) {
        LOGGER.log(Level.WARNING, "CWMED1610: " + what + " of " + correlationId + " failed: " + why);
    }

    /** The one server where it could be joined with another call did not take an endpoint. */
    public static void refusedBeside(String correlationId, String why) {
        LOGGER.log(Level.ERROR, "CWMED1612: no media for " + correlationId
                + " beside the call that it belongs to: " + why);
    }

    /** A receiver of ours threw. */
    public static void receiverFailed(Throwable cause) {
        LOGGER.log(Level.ERROR, "CWMED1611: a receiver of media events failed", cause);
    }
}
