package org.callwright.sip.extension.model;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.callwright.sip.container.SipContainer;
import org.jboss.as.server.suspend.ServerResumeContext;
import org.jboss.as.server.suspend.ServerSuspendContext;
import org.jboss.as.server.suspend.SuspendableActivity;

/**
 * The container's part in suspending the server. Preparing refuses new dialogs; suspending is complete when the last
 * application session has ended, or when the server's own time limit has passed. Resuming admits new dialogs again.
 * While the server boots it counts as suspended: no call comes in before everything is deployed.
 */
final class DrainActivity implements SuspendableActivity {
    private static final Executor SOON = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

    private final SipContainer container;

    DrainActivity(SipContainer container) {
        this.container = container;
    }

    @Override
    public CompletionStage<Void> prepare(ServerSuspendContext context) {
        container.suspend();
        return COMPLETED;
    }

    @Override
    public CompletionStage<Void> suspend(ServerSuspendContext context) {
        container.suspend();
        return untilQuiet();
    }

    @Override
    public CompletionStage<Void> resume(ServerResumeContext context) {
        container.resume();
        return COMPLETED;
    }

    private CompletionStage<Void> untilQuiet() {
        if (container.activeApplicationSessions() == 0 || !container.isSuspended()) {
            return COMPLETED;
        }
        return CompletableFuture.runAsync(() -> { }, SOON).thenCompose(later -> untilQuiet());
    }
}
