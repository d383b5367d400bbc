package org.callwright.media.mgcp.driver;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.callwright.media.mgcp.agent.AgentLog;
import org.callwright.media.mgcp.agent.Dialect;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.SdpPortManager;

/** Offers and answers as descriptions of the creation and of modifications of a connection. */
final class MgcpSdpPortManager implements SdpPortManager {

    private final MgcpSession session;
    private final MgcpConnection connection;
    private final Turns turns = new Turns();
    private String local = "";
    private boolean offered;
    private String answer = "";

    MgcpSdpPortManager(MgcpSession session, MgcpConnection connection) {
        this.session = session;
        this.connection = connection;
    }

    @Override
    public CompletionStage<String> processSdpOffer(String offer) {
        return inTurn(() -> exchange(Optional.of(SdpText.checked(offer))).thenApply(description -> {
            offered = false;
            answer = "";
            return description;
        }));
    }

    @Override
    public CompletionStage<String> generateSdpOffer() {
        return inTurn(() -> exchange(Optional.empty()).thenApply(description -> {
            offered = true;
            answer = "";
            return description;
        }));
    }

    @Override
    public CompletionStage<Void> processSdpAnswer(String text) {
        return inTurn(() -> {
            String checked = SdpText.checked(text);
            if (!offered && checked.equals(answer)) {
                return CompletableFuture.completedStage(null);
            }
            if (!offered && answer.isEmpty()) {
                throw new MediaException(MediaFailure.INTERNAL, "there is no offer that this could be the answer to");
            }
            return connection.negotiate(Optional.of(checked)).thenAccept(response -> {
                offered = false;
                answer = checked;
            });
        });
    }

    private CompletionStage<String> exchange(Optional<String> description) {
        return connection.negotiate(description).thenCompose(this::description);
    }

    private CompletionStage<String> description(MgcpResponse response) {
        local = response.description().map(SdpText::withCrlf).orElse(local);
        return local.isEmpty() ? CompletableFuture.failedStage(new MediaException(MediaFailure.INTERNAL,
                "the media server gave no session description")) : CompletableFuture.completedStage(local);
    }

    /** A negotiation; it may refuse at once. */
    private interface Step<T> {

        CompletionStage<T> begin() throws MediaException;
    }

    private <T> CompletionStage<T> inTurn(Step<T> step) {
        CompletableFuture<T> told = new CompletableFuture<>();
        session.run(() -> turns.add(() -> begin(step)).whenComplete((value, failure) -> session.tell(() -> {
            if (failure == null) {
                told.complete(value);
            } else {
                note(failure);
                told.completeExceptionally(failure);
            }
        })));
        return told.minimalCompletionStage();
    }

    private <T> CompletionStage<T> begin(Step<T> step) {
        try {
            if (session.isReleased()) {
                throw Failures.released();
            }
            return step.begin();
        } catch (MediaException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** What a description of the peer's has brought about is no matter for the log, unless that is not sure. */
    private void note(Throwable failure) {
        if (!(failure instanceof ServerRefusal refusal)) {
            return;
        }
        if (refusal.failure() == MediaFailure.RESOURCE_UNAVAILABLE) {
            if (refusal.beside()) {
                AgentLog.refusedBeside(session.correlationId(), refusal.detail());
            } else {
                AgentLog.refused(session.correlationId(), refusal.detail());
            }
        } else if (refusal.failure() == MediaFailure.INTERNAL
                || session.agent().settings().dialect() == Dialect.RESTCOMM) {
            AgentLog.failed(session.correlationId(), "a negotiation", refusal.detail());
        }
    }
}
