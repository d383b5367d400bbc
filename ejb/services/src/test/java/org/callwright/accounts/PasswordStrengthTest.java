package org.callwright.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordStrengthTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "12345678", "password", "aaaaaaaaaaaaaaaa", "abcdefghijkl", "qwertyui", "Ab1!",
        "00000000000000000000", "987654321"})
    void whatIsGuessedFirstShouldBeWeak(String password) {
        assertThat(PasswordStrength.enough(password)).as(password + " " + PasswordStrength.of(password)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RestComm1234", "RestComm12", "correct horse battery staple", "5f4dcc3b5aa765d61d8327deb882cf99",
        "S3cret!phrase"})
    void longOrMixedPasswordsShouldBeEnough(String password) {
        assertThat(PasswordStrength.enough(password)).as(password + " " + PasswordStrength.of(password)).isTrue();
    }
}
