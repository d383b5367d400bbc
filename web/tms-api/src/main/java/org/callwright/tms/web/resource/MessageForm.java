package org.callwright.tms.web.resource;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.callwright.tms.Content;
import org.callwright.tms.Intake;
import org.callwright.tms.MessageOrder;
import org.callwright.tms.TmsAccounts.TmsAccount;
import org.callwright.tms.web.body.Fields;

/**
 * What a message is asked for with. Recipients go to the intake as they come, whatever is said before and behind them;
 * the rest is judged when all is read. What is blank is not there.
 */
final class MessageForm implements Fields {

    static final String PLAY_URL = "play_url";
    static final String SAY_TEXT = "say_text";
    private static final String FROM_NUMBER = "from_number";
    private static final String MAX_RETRIES = "max_retries";
    private static final String RETRIES = "retries";
    private static final String RETRY_DELAY = "retry_delay";
    private static final Set<String> KNOWN =
            Set.of(PLAY_URL, SAY_TEXT, FROM_NUMBER, MAX_RETRIES, RETRIES, RETRY_DELAY);

    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_RETRIES = 10;
    private static final int LONGEST_DELAY = 86_400;
    private static final int DEFAULT_DELAY = 300;
    /** One of so many recipients must be usable. */
    private static final int LOOKED_AT = 500;
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,9}");

    private final Intake intake;
    private final Map<String, String> texts = new HashMap<>();
    private int seen;
    private boolean anybody;

    MessageForm(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void text(String name, Optional<String> value) {
        if (KNOWN.contains(name)) {
            value.filter(text -> !text.isBlank()).ifPresentOrElse(
                    text -> texts.put(name, text.strip()), () -> texts.remove(name));
        }
    }

    @Override
    public void recipient(Optional<String> phone) {
        Optional<String> usable = phone.filter(Values::isPhone);
        if (seen < LOOKED_AT) {
            seen++;
            anybody |= usable.isPresent();
        }
        usable.ifPresent(intake::add);
    }

    Optional<String> given(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** The number that the message is from: the account's first one unless another one is asked for. */
    Optional<String> fromNumber(TmsAccount account) {
        return given(FROM_NUMBER).or(() -> account.fromNumbers().stream().findFirst());
    }

    Errors errors(TmsAccount account) {
        Errors errors = new Errors();
        if (given(PLAY_URL).isEmpty() && given(SAY_TEXT).isEmpty()) {
            errors.add(PLAY_URL, Errors.BLANK);
            errors.add(SAY_TEXT, Errors.BLANK);
        }
        given(PLAY_URL).ifPresent(url -> check(errors, PLAY_URL, url, Values.LONGEST_URL, Values.isWebAddress(url)));
        given(SAY_TEXT).ifPresent(text -> check(errors, SAY_TEXT, text, LONGEST_TEXT, Values.isText(text)));
        if (given(FROM_NUMBER).filter(number -> !account.fromNumbers().contains(number)).isPresent()) {
            errors.add(FROM_NUMBER, "is not authorized to send on this account");
        }
        retries().ifPresent(count -> checkNumber(errors, MAX_RETRIES, count, MOST_RETRIES));
        given(RETRY_DELAY).ifPresent(seconds -> checkNumber(errors, RETRY_DELAY, seconds, LONGEST_DELAY));
        if (errors.isEmpty() && !anybody) {
            errors.add("recipients", "must contain at least one valid recipient");
        }
        return errors;
    }

    /** Call it only when there are no errors. */
    MessageOrder order(TmsAccount account, String repeatKey) {
        Content content = given(PLAY_URL).<Content>map(url -> new Content.Play(URI.create(url)))
                .orElseGet(() -> new Content.Say(texts.get(SAY_TEXT)));
        int delay = given(RETRY_DELAY).map(Integer::valueOf).orElse(DEFAULT_DELAY);
        return new MessageOrder(account.account(), content, fromNumber(account),
                retries().map(Integer::valueOf).orElse(0), Duration.ofSeconds(delay), Optional.of(repeatKey));
    }

    private Optional<String> retries() {
        return given(MAX_RETRIES).or(() -> given(RETRIES));
    }

    private static void check(Errors errors, String field, String text, int longest, boolean valid) {
        if (Values.characters(text) > longest) {
            errors.add(field, Errors.tooLong(longest));
        } else if (!valid) {
            errors.add(field, Errors.INVALID);
        }
    }

    private static void checkNumber(Errors errors, String field, String text, int most) {
        if (!INTEGER.matcher(text).matches()) {
            errors.add(field, "is not a number");
        } else if (Integer.parseInt(text) < 0) {
            errors.add(field, "must be greater than or equal to 0");
        } else if (Integer.parseInt(text) > most) {
            errors.add(field, "must be less than or equal to " + most);
        }
    }
}
