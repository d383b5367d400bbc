package org.callwright.media.mgcp.driver;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.callwright.media.mgcp.agent.CallAgent;
import org.callwright.media.mgcp.agent.RemoteServer;

/**
 * The media server that a session has its endpoints on, and each session that was made beside it: the one that took the
 * first endpoint of any of them. It stays that one, also when it is full or gone, because endpoints of different
 * servers can't be mixed. Belongs to the agent's loop, but where it says otherwise.
 */
final class Site {

    private final Turns turns = new Turns();
    private volatile RemoteServer server;

    /** By any thread; null until there is an endpoint. */
    RemoteServer server() {
        return server;
    }

    /** An endpoint was created on that server. */
    void settle(RemoteServer by) {
        if (server == null) {
            server = by;
        }
    }

    /** Creations go one by one until it is known where. */
    <T> CompletionStage<T> create(Supplier<CompletionStage<T>> creation) {
        return server == null ? turns.add(creation) : creation.get();
    }

    /** The server for the next try. */
    Optional<RemoteServer> choose(CallAgent agent, Set<RemoteServer> tried) {
        return server == null ? agent.choose(tried)
                : Optional.of(server).filter(only -> only.takesMore() && !tried.contains(only));
    }

    /** Why there is no endpoint before anything was tried. */
    ServerRefusal nothingTried() {
        return server == null ? Failures.noServer() : Failures.takesNoMore(server);
    }

    /** What is told when all tries have failed, the last one so. */
    ServerRefusal refusal(ServerRefusal last) {
        return server == null ? last : last.onlyThere();
    }
}
