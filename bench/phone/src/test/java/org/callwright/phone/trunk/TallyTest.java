package org.callwright.phone.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import org.callwright.phone.trunk.Tally.Count;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final Tally tally = new Tally();

    @Test
    void callsShouldBeCountedByNumber() {
        tally.invited("+15005550001");
        tally.answered("+15005550001");
        tally.acknowledged("+15005550001");
        tally.invited("+15005550001");
        tally.invited("+15005550004");
        assertThat(tally.of("+15005550001")).isEqualTo(new Count(2, 1, 1));
        assertThat(tally.of("+15005550004")).isEqualTo(new Count(1, 0, 0));
        assertThat(tally.of("+15005550007")).isEqualTo(new Count(0, 0, 0));
        assertThat(tally.total()).isEqualTo(new Count(3, 1, 1));
    }

    @Test
    void reportShouldBeJsonWithALineForEachNumber() {
        tally.invited("+15005550004");
        tally.invited("+15005550001");
        tally.answered("+15005550001");
        assertThat(tally.json()).isEqualTo("""
                {
                  "+15005550001": {"invites": 1, "answered": 1, "acknowledged": 0},
                  "+15005550004": {"invites": 1, "answered": 0, "acknowledged": 0}
                }
                """);
    }

    @Test
    void reportOfNothingShouldBeAnEmptyObject() {
        assertThat(tally.json().replaceAll("\\s", "")).isEqualTo("{}");
    }
}
