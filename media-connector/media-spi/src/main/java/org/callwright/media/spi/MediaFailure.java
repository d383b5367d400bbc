package org.callwright.media.spi;

/** What kind of failure a {@link MediaException} is; callers map it to a SIP status. */
public enum MediaFailure {
    SDP_MALFORMED,
    SDP_NOT_ACCEPTABLE,
    RESOURCE_UNAVAILABLE,
    RELEASED,
    INTERNAL
}
