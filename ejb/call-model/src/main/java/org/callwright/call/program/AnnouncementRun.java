package org.callwright.call.program;

/** An announcement at work: listening who answered, playing the content, offering it again, waiting for the key. */
public sealed interface AnnouncementRun extends FlowRun
        permits AnnouncementListening, AnnouncementPlaying, AnnouncementOffering, AnnouncementWaiting {
}
