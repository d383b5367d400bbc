package org.callwright.media.mgcp.driver;

import java.util.concurrent.CompletionException;
import org.callwright.media.mgcp.agent.AgentLog;
import org.callwright.media.mgcp.agent.Dialect;
import org.callwright.media.mgcp.agent.RemoteServer;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;

/** What a refusal of a media server is in the terms of the SPI. */
final class Failures {

    private Failures() {
    }

    /**
     * A command was refused.
     *
     * @param described whether it had a session description
     */
    static ServerRefusal of(MgcpResponse response, RemoteServer server, Dialect dialect, boolean described) {
        boolean unnamed = described && dialect == Dialect.RESTCOMM && response.code() == ReturnCode.PROTOCOL_ERROR;
        return refusal(unnamed ? MediaFailure.SDP_NOT_ACCEPTABLE : failure(response.code()), server,
                "answers " + response.code(), ' ' + response.comment());
    }

    /**
     * Whether it is surely the session description that is refused, so that other servers would refuse it too.
     * Restcomm's has one code (510) for that and for whatever else goes wrong there.
     */
    static boolean isOfDescription(MgcpResponse response) {
        MediaFailure failure = failure(response.code());
        return failure == MediaFailure.SDP_NOT_ACCEPTABLE || failure == MediaFailure.SDP_MALFORMED;
    }

    /** By the meanings of RFC 3435, 2.4. What we did wrong ourselves is {@link MediaFailure#INTERNAL}. */
    private static MediaFailure failure(int code) {
        return switch (code) {
            case ReturnCode.UNSUPPORTED_DESCRIPTOR, ReturnCode.OPTIONS_AND_DESCRIPTOR, ReturnCode.CODEC_NEGOTIATION,
                ReturnCode.PACKETIZATION_PERIOD -> MediaFailure.SDP_NOT_ACCEPTABLE;
            case ReturnCode.DESCRIPTOR_ERROR -> MediaFailure.SDP_MALFORMED;
            case ReturnCode.UNKNOWN_ENDPOINT, ReturnCode.NOT_READY, ReturnCode.NO_RESOURCES,
                ReturnCode.UNKNOWN_CONNECTION, ReturnCode.UNKNOWN_CALL, ReturnCode.RESTARTING, ReturnCode.REDIRECTED,
                ReturnCode.NO_BANDWIDTH, ReturnCode.HARDWARE_FAILURE, ReturnCode.TRUNK_GROUP_FAILURE,
                ReturnCode.CONNECTION_LIMIT -> MediaFailure.RESOURCE_UNAVAILABLE;
            default -> ReturnCode.isTransient(code) ? MediaFailure.RESOURCE_UNAVAILABLE : MediaFailure.INTERNAL;
        };
    }

    /** A success that does not say what was made. */
    static ServerRefusal unnamed(RemoteServer server) {
        return refusal(MediaFailure.INTERNAL, server, "does not name what it made", "");
    }

    static ServerRefusal silent(RemoteServer server) {
        return refusal(MediaFailure.RESOURCE_UNAVAILABLE, server, "does not answer", "");
    }

    static ServerRefusal takesNoMore(RemoteServer server) {
        return refusal(MediaFailure.RESOURCE_UNAVAILABLE, server, "is down or taken out of service", "");
    }

    private static ServerRefusal refusal(MediaFailure failure, RemoteServer server, String what, String comment) {
        return new ServerRefusal(failure, "the media server " + what,
                "media server " + server.name() + ' ' + what + comment);
    }

    static ServerRefusal noServer() {
        String why = "no media server takes calls";
        return new ServerRefusal(MediaFailure.RESOURCE_UNAVAILABLE, why, why);
    }

    static MediaException released() {
        return new MediaException(MediaFailure.RELEASED, "the media session is released");
    }

    /** What a stage really failed with. */
    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Says in the log which media server did not do something, and why. */
    static void note(String correlationId, String what, Throwable failure) {
        if (cause(failure) instanceof ServerRefusal refusal) {
            AgentLog.failed(correlationId, what, refusal.detail());
        }
    }
}
