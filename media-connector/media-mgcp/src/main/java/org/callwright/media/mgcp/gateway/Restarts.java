package org.callwright.media.mgcp.gateway;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.mgcp.transaction.MgcpPeer;

/** Tells call agents by RSIP (RFC 3435, 2.3.12) that the gateway has begun or ends. */
final class Restarts {

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);
    private static final Duration FAREWELL_LIMIT = Duration.ofSeconds(1);

    private final MgcpPeer peer;
    private final EndpointName all;
    private final List<InetSocketAddress> callAgents;
    private volatile boolean ending;

    /** @param all name that stands for all endpoints */
    Restarts(MgcpPeer peer, EndpointName all, List<InetSocketAddress> callAgents) {
        this.peer = peer;
        this.all = all;
        this.callAgents = callAgents;
    }

    /** All endpoints begin anew; each call agent is told until it answers. */
    void begun() {
        callAgents.forEach(this::begun);
    }

    private void begun(InetSocketAddress callAgent) {
        peer.send(command("restart"), callAgent).whenComplete((response, failure) -> {
            if (!ending && (failure != null || !response.success())) {
                GatewayLog.restartUnanswered(callAgent,
                        failure == null ? "return code " + response.code() : failure.getMessage());
                peer.loop().schedule(AGAIN_AFTER, () -> begun(callAgent));
            }
        });
    }

    /** No new connections are taken, what there is goes on. */
    void graceful() {
        ending = true;
        callAgents.forEach(callAgent -> peer.send(command("graceful"), callAgent, FAREWELL_LIMIT));
    }

    /** Everything ends now; completes when all call agents know it, or had a second for it. */
    CompletableFuture<Void> forced() {
        ending = true;
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (InetSocketAddress callAgent : callAgents) {
            answers.add(peer.send(command("forced"), callAgent, FAREWELL_LIMIT).exceptionally(failure -> null)
                    .toCompletableFuture());
        }
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
    }

    private MgcpCommand command(String method) {
        return MgcpCommand.of(Verb.RSIP, all, Parameters.of(ParameterNames.RESTART_METHOD, method,
                ParameterNames.RESTART_DELAY, "0"));
    }
}
