package org.callwright.phone.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestNumbersTest {

    @ParameterizedTest
    @CsvSource({"0001, person, 200", "0002, machine with beep, 200", "0003, machine without beep, 200",
        "0004, busy, 486", "0005, nobody at home, 0", "0006, failure, 503", "0007, wrong number, 404",
        "0008, person in a hurry, 200", "0009, person who declines, 603", "0010, dead trunk, -1",
        "0011, person far from the phone, 200", "0105, person who presses 5, 200", "0110, person who presses 0, 200",
        "0129, person who presses 9, 200", "0130, person, 200", "0000, person, 200", "9999, person, 200"})
    void lastFourDigitsShouldDecide(String digits, String name, int status) {
        for (String before : new String[] {"+1500555", "+49301234", "1", ""}) {
            Scenario scenario = TestNumbers.scenario(before + digits, false);
            assertThat(scenario.name()).as(before + digits).isEqualTo(name);
            assertThat(scenario.status()).isEqualTo(status);
        }
    }

    @Test
    void keysShouldBePressedWhenTheNumberSays() {
        assertThat(TestNumbers.scenario("+15005550103", false).keys())
                .isEqualTo(new Keys('3', Keys.Moment.AFTER_SPEECH));
        assertThat(TestNumbers.scenario("+15005550114", false).keys())
                .isEqualTo(new Keys('4', Keys.Moment.DURING_SPEECH));
        assertThat(TestNumbers.scenario("+15005550125", false).keys()).isEqualTo(new Keys('5', Keys.Moment.ONCE));
    }

    @Test
    void onlyPeopleWithoutASpecialMeaningShouldBeHasty() {
        Scenario hasty = TestNumbers.scenario("+15005550001", true);
        assertThat(hasty.ringing()).isZero();
        assertThat(hasty.listens()).isEqualTo(Duration.ofMillis(200));
        assertThat(TestNumbers.scenario("+15005552468", true)).isEqualTo(hasty);
        for (String special : new String[] {"0002", "0004", "0008", "0011", "0101"}) {
            assertThat(TestNumbers.scenario(special, true)).isEqualTo(TestNumbers.scenario(special, false));
        }
    }

    @Test
    void whatIsNoNumberShouldBeAPerson() {
        assertThat(TestNumbers.scenario("alice", false)).isEqualTo(Scenario.person());
        assertThat(TestNumbers.scenario("4", false)).isEqualTo(Scenario.person());
    }

    @ParameterizedTest
    @CsvSource({"sip:+15005550001@127.0.0.1:5066, +15005550001", "SIPS:alice@h, alice", "sip:%22a@h, 22a",
        "sip:15005550001;phone-context=x@h;user=phone, 15005550001", "sip:+1-500-555-0001@h, +15005550001"})
    void calledNumberShouldBeTheUserOfTheUri(String uri, String number) {
        assertThat(TestNumbers.called(uri)).isEqualTo(number);
    }

    @Test
    void uriWithoutUserShouldCallNobody() {
        assertThat(TestNumbers.called("sip:127.0.0.1:5066")).isEmpty();
    }
}
