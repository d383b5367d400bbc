package org.callwright.media.embedded.sdp;

import java.util.List;

/** A parsed session description: what offer and answer need of it. */
public record SessionDescription(List<MediaDescription> media) {
}
