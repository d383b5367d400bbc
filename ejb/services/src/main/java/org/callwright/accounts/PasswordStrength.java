package org.callwright.accounts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How hard a password is to guess, 0 to 100; {@link #ENOUGH} is asked for. Length, kinds of characters and how many
 * different ones count up; repeated characters and runs of the alphabet, the digits or a row of keys count down. Fewer
 * than eight characters are never enough.
 */
public final class PasswordStrength {

    public static final int ENOUGH = 50;
    private static final int SHORTEST = 8;
    private static final int COUNTED_LENGTH = 15;
    private static final int COUNTED_DISTINCT = 10;
    private static final List<String> RUNS = Stream
            .of("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm")
            .flatMap(run -> Stream.of(run, new StringBuilder(run).reverse().toString()))
            .toList();

    private PasswordStrength() {
    }

    public static boolean enough(String password) {
        return of(password) >= ENOUGH;
    }

    static int of(String password) {
        int score = 4 * Math.min(password.length(), COUNTED_LENGTH)
                + 15 * (kinds(password) - 1)
                + 2 * Math.min((int) password.chars().distinct().count(), COUNTED_DISTINCT)
                - 5 * repeats(password)
                - 10 * runs(password.toLowerCase(Locale.ROOT));
        int most = password.length() < SHORTEST ? ENOUGH - 1 : 100;
        return Math.max(0, Math.min(most, score));
    }

    private static int kinds(String password) {
        int kinds = 0;
        kinds += password.chars().anyMatch(Character::isLowerCase) ? 1 : 0;
        kinds += password.chars().anyMatch(Character::isUpperCase) ? 1 : 0;
        kinds += password.chars().anyMatch(Character::isDigit) ? 1 : 0;
        kinds += password.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 1 : 0;
        return kinds;
    }

    private static int repeats(String password) {
        int repeats = 0;
        for (int i = 1; i < password.length(); i++) {
            repeats += password.charAt(i) == password.charAt(i - 1) ? 1 : 0;
        }
        return repeats;
    }

    private static int runs(String password) {
        int runs = 0;
        for (int i = 3; i <= password.length(); i++) {
            String three = password.substring(i - 3, i);
            runs += RUNS.stream().anyMatch(run -> run.contains(three)) ? 1 : 0;
        }
        return runs;
    }
}
