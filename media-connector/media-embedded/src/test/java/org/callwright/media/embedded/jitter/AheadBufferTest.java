package org.callwright.media.embedded.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A ring of eight places, so that all of it is seen. */
class AheadBufferTest {

    private static final short[] SAMPLES = {1, 2, 3, 4, 5, 6, 7, 8};

    private final AheadBuffer buffer = new AheadBuffer(8);

    private short[] take(long place, int count) {
        short[] taken = new short[count];
        buffer.take(place, taken, 0, count);
        return taken;
    }

    @Test
    void samplesShouldComeOutAsTheyWentInRoundTheEndOfTheRing() {
        buffer.store(5, SAMPLES, 0, 4);
        buffer.store(9, SAMPLES, 4, 4);

        assertThat(buffer.end()).isEqualTo(13);
        assertThat(buffer.run(5, 99)).isEqualTo(8);
        assertThat(take(5, 6)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(buffer.run(5, 99)).isZero();
        assertThat(take(11, 2)).containsExactly(7, 8);
        assertThat(buffer.isEmpty()).isTrue();
    }

    @Test
    void aHoleShouldBeFilledWithoutTouchingWhatIsThere() {
        buffer.store(1, SAMPLES, 0, 2);
        buffer.store(6, SAMPLES, 6, 2);
        assertThat(buffer.run(1, 99)).isEqualTo(2);
        assertThat(buffer.hole(3)).isEqualTo(3);

        buffer.store(2, new short[] {22, 3, 4, 5, 66}, 0, 5);

        assertThat(buffer.run(1, 99)).isEqualTo(7);
        assertThat(take(1, 7)).containsExactly(1, 2, 3, 4, 5, 7, 8);
        assertThat(buffer.isEmpty()).isTrue();
    }

    @Test
    void whatIsDiscardedOrClearedShouldBeGoneAndItsPlacesFree() {
        buffer.store(0, SAMPLES, 0, 6);
        buffer.discard(0, 4);
        assertThat(buffer.run(0, 99)).isZero();
        assertThat(take(4, 2)).containsExactly(5, 6);

        buffer.store(6, SAMPLES, 0, 8);
        buffer.clear();
        assertThat(buffer.isEmpty()).isTrue();
        buffer.store(7, SAMPLES, 4, 3);
        assertThat(buffer.run(6, 99)).isZero();
        assertThat(buffer.run(7, 99)).isEqualTo(3);
        assertThat(take(7, 3)).containsExactly(5, 6, 7);
    }
}
