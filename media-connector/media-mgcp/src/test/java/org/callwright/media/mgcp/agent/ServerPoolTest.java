package org.callwright.media.mgcp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.Verb;
import org.junit.jupiter.api.Test;

class ServerPoolTest {

    private final ServerPool pool = new ServerPool(List.of(address(1, 3), address(2, 1)));
    private final RemoteServer big = pool.servers().get(0);
    private final RemoteServer small = pool.servers().get(1);

    private static ServerAddress address(int port, int weight) {
        return new ServerAddress("127.0.0.1:" + port, new InetSocketAddress("127.0.0.1", port), weight);
    }

    /** An endpoint that remembers why it was lost. */
    private static final class Guest implements Tenant {

        private final List<String> losses = new ArrayList<>();
        private final MgcpCommand removal =
                MgcpCommand.of(Verb.DLCX, new EndpointName("callwright/ivr/1", "there"), Parameters.NONE);

        @Override
        public void lost(String why) {
            losses.add(why);
        }

        @Override
        public Optional<MgcpCommand> audit() {
            return Optional.empty();
        }

        @Override
        public Optional<MgcpCommand> removal() {
            return Optional.of(removal);
        }
    }

    @Test
    void endpointsShouldBeSharedByWeight() {
        for (int i = 0; i < 8; i++) {
            pool.choose(Set.of()).orElseThrow().add(new Guest());
        }
        assertThat(big.tenants()).hasSize(6);
        assertThat(small.tenants()).hasSize(2);
    }

    @Test
    void triedDrainingAndDeadServersShouldNotBeChosen() {
        assertThat(pool.choose(Set.of(big))).contains(small);
        big.draining();
        assertThat(pool.choose(Set.of())).contains(small);
        small.down("gone");
        assertThat(pool.choose(Set.of())).isEmpty();
        big.up();
        assertThat(pool.choose(Set.of())).contains(big);
    }

    @Test
    void endpointsShouldBeLostOnceAndRemovedWhenTheServerIsBack() {
        Guest guest = new Guest();
        small.add(guest);
        small.down("does not answer");
        small.down("does not answer");
        assertThat(guest.losses).containsExactly("the media server does not answer");
        assertThat(small.tenants()).isEmpty();
        assertThat(small.answered()).containsExactly(guest.removal);
        assertThat(small.state()).isEqualTo(RemoteServer.State.UP);
        assertThat(small.answered()).isEmpty();
    }

    @Test
    void drainingServerShouldKeepWhatItHasAndDrainOn() {
        Guest guest = new Guest();
        big.add(guest);
        big.draining();
        assertThat(big.answered()).isEmpty();
        assertThat(big.state()).isEqualTo(RemoteServer.State.DRAINING);
        assertThat(guest.losses).isEmpty();
    }

    @Test
    void serverShouldBeFoundByItsAddress() {
        assertThat(pool.at(new InetSocketAddress("127.0.0.1", 2))).contains(small);
        assertThat(pool.at(new InetSocketAddress("127.0.0.1", 3))).isEmpty();
    }
}
