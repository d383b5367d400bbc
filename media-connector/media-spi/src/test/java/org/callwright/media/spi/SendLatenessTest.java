package org.callwright.media.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SendLatenessTest {

    @Test
    void turnsShouldBeCountedFromABoundOn() {
        SendLateness lateness = new SendLateness(List.of(100L, 50L, 20L, 10L, 5L, 4L, 3L, 2L, 1L));

        assertThat(lateness.total()).isEqualTo(195);
        assertThat(lateness.laterThan(10)).isEqualTo(15);
        assertThat(lateness.laterThan(1)).isEqualTo(95);
        assertThat(lateness.laterThan(200)).isEqualTo(1);
        assertThat(SendLateness.NONE.total()).isZero();
    }

    @Test
    void whatIsNoBucketShouldBeRefused() {
        assertThatThrownBy(() -> new SendLateness(List.of(1L))).hasMessageContaining("1 buckets");
        assertThatThrownBy(() -> SendLateness.NONE.laterThan(11)).hasMessageContaining("11 ms");
    }
}
