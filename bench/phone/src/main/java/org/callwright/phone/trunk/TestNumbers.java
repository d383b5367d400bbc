package org.callwright.phone.trunk;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The numbers of {@code docs/test-numbers.md}: the last four digits decide, those before them are free. */
final class TestNumbers {

    private static final int DECIDING = 4;
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT_VISIT = Duration.ofSeconds(1);
    private static final Duration SNATCH = Duration.ofMillis(200);
    private static final Scenario PERSON = Scenario.person();
    private static final Scenario HASTY_PERSON = PERSON.ringing(Duration.ZERO).listening(SNATCH);
    private static final Map<String, Scenario> SCENARIOS = new HashMap<>();

    static {
        SCENARIOS.put("0002", Scenario.answered("machine with beep", Voice.MACHINE_WITH_BEEP));
        SCENARIOS.put("0003", Scenario.answered("machine without beep", Voice.MACHINE_WITHOUT_BEEP));
        SCENARIOS.put("0004", Scenario.refused("busy", 486));
        SCENARIOS.put("0005", Scenario.refused("nobody at home", Scenario.RINGS));
        SCENARIOS.put("0006", Scenario.refused("failure", 503));
        SCENARIOS.put("0007", Scenario.refused("wrong number", 404));
        SCENARIOS.put("0008", Scenario.answered("person in a hurry", Voice.PERSON).staying(SHORT_VISIT));
        SCENARIOS.put("0009", Scenario.refused("person who declines", 603).ringing(SHORT_VISIT));
        SCENARIOS.put("0010", Scenario.refused("dead trunk", Scenario.DEAD));
        SCENARIOS.put("0011", Scenario.answered("person far from the phone", Voice.PERSON).ringing(LONG));
        for (char key = '0'; key <= '9'; key++) {
            SCENARIOS.put("010" + key, Scenario.pressing(key, Keys.Moment.AFTER_SPEECH));
            SCENARIOS.put("011" + key, Scenario.pressing(key, Keys.Moment.DURING_SPEECH));
            SCENARIOS.put("012" + key, Scenario.pressing(key, Keys.Moment.ONCE));
        }
    }

    private TestNumbers() {
    }

    /** @param fast whether people without a special meaning answer at once and hang up after the first sound */
    static Scenario scenario(String number, boolean fast) {
        String digits = number.replaceAll("[^0-9]", "");
        String last = digits.substring(Math.max(0, digits.length() - DECIDING));
        return SCENARIOS.getOrDefault(last, fast ? HASTY_PERSON : PERSON);
    }

    /** The called number of a Request-URI: its user part, without parameters and without decoration. */
    static String called(String requestUri) {
        String address = requestUri.replaceFirst("(?i)^sips?:", "");
        String user = address.substring(0, Math.max(0, address.indexOf('@')));
        return user.split(";", 2)[0].replaceAll("[^0-9A-Za-z+*#]", "");
    }
}
