package org.callwright.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqlTroubleTest {

    private static Throwable spoken(String state) {
        return new IllegalStateException("could not write", new SQLException("no", state));
    }

    @Test
    void troubleOfTheDatabaseShouldPass() {
        assertThat(new String[] {"08006", "57P01", "53100", "53300", "40001", "25006", "90098"})
                .allMatch(state -> SqlTrouble.passes(spoken(state)));
    }

    @Test
    void faultsOfTheRowShouldStay() {
        assertThat(new String[] {"22001", "23505", "42703"}).noneMatch(state -> SqlTrouble.passes(spoken(state)));
        assertThat(SqlTrouble.passes(new IllegalStateException("nobody spoke"))).isFalse();
        assertThat(SqlTrouble.passes(spoken(null))).isFalse();
    }

    @Test
    void nameThatIsTakenShouldBeKnown() {
        assertThat(SqlTrouble.isTaken(spoken("23505"))).isTrue();
        assertThat(SqlTrouble.isTaken(spoken("23502"))).isFalse();
    }
}
