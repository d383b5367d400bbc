package org.callwright.engine.core;

import org.callwright.engine.port.Directory;
import org.callwright.engine.port.MediaPort;
import org.callwright.engine.port.RecordStore;
import org.callwright.engine.port.RecordingRescue;
import org.callwright.engine.port.SessionStore;
import org.callwright.engine.port.TimerPort;
import org.callwright.engine.port.WebhookPort;

/** All ports but SIP, which comes and goes with the SIP application. */
public record Ports(
        MediaPort media,
        WebhookPort webhooks,
        TimerPort timers,
        RecordStore records,
        SessionStore sessions,
        Directory directory,
        RecordingRescue rescue) {
}
