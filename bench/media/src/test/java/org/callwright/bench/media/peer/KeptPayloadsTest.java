package org.callwright.bench.media.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptPayloadsTest {

    @Test
    void payloadsShouldBeKeptInTheirOrderAsLongAsThereIsRoom() {
        KeptPayloads kept = new KeptPayloads(2, 2);
        byte[] packet = {0, 1, 2, 3, 4, 5, 6};

        kept.hear(packet, 1, 3);
        kept.hear(packet, 1, 4);
        packet[5] = 9;
        kept.hear(packet, 5, 7);
        kept.hear(packet, 5, 7);

        assertThat(kept.payloads()).containsExactly(new byte[] {1, 2}, new byte[] {9, 6});
        assertThat(kept.others()).isEqualTo(2);
    }
}
