package org.callwright.media.mgcp.agent;

/** How a media server is asked whether it is alive. Any answer will do. */
public enum Probe {
    /** AUEP of all endpoints. */
    AUEP,
    /** DLCX of a connection that does not exist, for servers that never answer an audit. */
    DLCX,
    /** Not at all: a command without an answer tells. */
    OFF
}
