package org.callwright.media.mgcp.driver;

import java.util.concurrent.CompletionException;
import org.callwright.media.mgcp.agent.RemoteServer;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;

/** What a refusal of a media server is in the terms of the SPI. */
final class Failures {

    private static final int CODEC_NEGOTIATION = 534;
    private static final int OFF_HOOK = 401;
    private static final int NO_BANDWIDTH = 404;

    private Failures() {
    }

    static MediaException of(MgcpResponse response, RemoteServer server) {
        return new MediaException(failure(response.code()),
                "media server " + server.name() + " answers " + response.code() + ' ' + response.comment());
    }

    private static MediaFailure failure(int code) {
        return switch (code) {
            case ReturnCode.UNSUPPORTED_DESCRIPTOR, CODEC_NEGOTIATION -> MediaFailure.SDP_NOT_ACCEPTABLE;
            case ReturnCode.DESCRIPTOR_ERROR -> MediaFailure.SDP_MALFORMED;
            case ReturnCode.TRANSIENT_ERROR, OFF_HOOK, NO_BANDWIDTH, ReturnCode.BUSY, ReturnCode.UNKNOWN_ENDPOINT,
                ReturnCode.NOT_READY, ReturnCode.NO_RESOURCES, ReturnCode.UNKNOWN_CONNECTION, ReturnCode.UNKNOWN_CALL,
                ReturnCode.RESTARTING, ReturnCode.CONNECTION_LIMIT -> MediaFailure.RESOURCE_UNAVAILABLE;
            default -> MediaFailure.INTERNAL;
        };
    }

    static MediaException silent(RemoteServer server) {
        return new MediaException(MediaFailure.RESOURCE_UNAVAILABLE,
                "media server " + server.name() + " does not answer");
    }

    static MediaException noServer() {
        return new MediaException(MediaFailure.RESOURCE_UNAVAILABLE, "no media server takes calls");
    }

    static MediaException takesNoMore(RemoteServer server) {
        return new MediaException(MediaFailure.RESOURCE_UNAVAILABLE,
                "media server " + server.name() + " is down or taken out of service");
    }

    /** There is no place where the other call is; the cause, which is for the log, says why. */
    static MediaException beside(MediaException why) {
        return new MediaException(MediaFailure.RESOURCE_UNAVAILABLE,
                "the media server of the call that it belongs to does not take it", why);
    }

    static MediaException released() {
        return new MediaException(MediaFailure.RELEASED, "the media session is released");
    }

    /** What a stage really failed with. */
    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
