package org.callwright.tms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "(651) 555-1001, +16515551001",
        "651.555.1001, +16515551001",
        "16515551001, +16515551001",
        "+1 651 555 1001, +16515551001",
        "+15005550001, +15005550001",
        "+44 20 7946 0000, +442079460000",
        "011 44 20 7946 0000, +442079460000"})
    void numberShouldBeReadHoweverItIsWritten(String text, String e164) {
        assertThat(PhoneNumbers.e164(text)).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nobody", "12", "+", "+999123456789", "555-1001x", "1234567890123456789012345"})
    void whatNobodyCouldHaveShouldBeNoNumber(String text) {
        assertThat(PhoneNumbers.e164(text)).isEmpty();
    }
}
