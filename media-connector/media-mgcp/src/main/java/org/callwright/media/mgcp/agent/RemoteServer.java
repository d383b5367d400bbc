package org.callwright.media.mgcp.agent;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.callwright.media.mgcp.message.MgcpCommand;

/**
 * A media server of the pool. It is taken for up until it does not answer; then what it had of ours is lost, and is
 * removed from it when it answers again.
 */
public final class RemoteServer {

    private static final int MAX_LEFTOVERS = 10_000;

    /** Whether a server gets new endpoints. */
    enum State {
        UP,
        /** It goes on with what it has and takes no more. */
        DRAINING,
        DOWN
    }

    private final ServerAddress address;
    private final Set<Tenant> tenants = new LinkedHashSet<>();
    private final Queue<MgcpCommand> leftovers = new ArrayDeque<>();
    private State state = State.UP;

    RemoteServer(ServerAddress address) {
        this.address = address;
    }

    /** {@code host:port}, for logs and as the domain of its endpoints. */
    public String name() {
        return address.name();
    }

    InetSocketAddress socket() {
        return address.socket();
    }

    public void add(Tenant tenant) {
        tenants.add(tenant);
    }

    public void remove(Tenant tenant) {
        tenants.remove(tenant);
    }

    /** Keeps a command for when the server answers again. */
    public void removeLater(MgcpCommand removal) {
        if (leftovers.size() < MAX_LEFTOVERS) {
            leftovers.add(removal);
        }
    }

    List<Tenant> tenants() {
        return List.copyOf(tenants);
    }

    State state() {
        return state;
    }

    /** Whether it gets new endpoints. */
    public boolean takesMore() {
        return state == State.UP;
    }

    /** Endpoints for each unit of weight if it got one more. */
    double load() {
        return (tenants.size() + 1.0) / address.weight();
    }

    /** It said something; gives the commands that had to wait for that. */
    List<MgcpCommand> answered() {
        if (state == State.DOWN) {
            state = State.UP;
            AgentLog.up(name());
        }
        List<MgcpCommand> due = List.copyOf(leftovers);
        leftovers.clear();
        return due;
    }

    void up() {
        if (state != State.UP) {
            state = State.UP;
            AgentLog.up(name());
        }
    }

    void draining() {
        if (state == State.UP) {
            state = State.DRAINING;
            AgentLog.draining(name());
        }
    }

    void down(String why) {
        if (state != State.DOWN) {
            state = State.DOWN;
            AgentLog.down(name(), why, tenants.size());
            tenants().forEach(tenant -> lose(tenant, why));
        }
    }

    /** Takes one of ours for gone: it is told, and removed from the server when that answers again. */
    public void lose(Tenant tenant, String why) {
        if (tenants.remove(tenant)) {
            tenant.removal().ifPresent(this::removeLater);
            tenant.lost("the media server " + why);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
