package org.callwright.telesign.web;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callwright.telesign.Callee;
import org.callwright.telesign.TelesignError;
import org.callwright.telesign.TelesignException;

/**
 * Numbers with their country's code. A possible number is enough, it need not be one that was given to somebody: the
 * service's own samples are not.
 */
final class Numbers {

    private static final Pattern DECORATION = Pattern.compile("[ ().-]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");
    private static final String NO_REGION = "ZZ";

    private Numbers() {
    }

    /** @throws TelesignException when nobody could have that number */
    static Callee callee(String text) {
        String plain = DECORATION.matcher(text.startsWith("+") ? text.substring(1) : text).replaceAll("");
        if (!DIGITS.matcher(plain).matches()) {
            throw new TelesignException(TelesignError.PHONE_NUMBER);
        }
        PhoneNumber number = parse(plain);
        if (!PhoneNumberUtil.getInstance().isPossibleNumber(number)) {
            throw new TelesignException(TelesignError.PHONE_NUMBER);
        }
        return new Callee(plain, zones(number));
    }

    private static PhoneNumber parse(String digits) {
        try {
            return PhoneNumberUtil.getInstance().parse("+" + digits, NO_REGION);
        } catch (NumberParseException e) {
            throw new TelesignException(e.getErrorType() == NumberParseException.ErrorType.INVALID_COUNTRY_CODE
                    ? TelesignError.COUNTRY_CODE : TelesignError.PHONE_NUMBER);
        }
    }

    private static List<ZoneId> zones(PhoneNumber number) {
        return PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(number).stream()
                .flatMap(Numbers::zone)
                .toList();
    }

    /** Nothing for the name that stands for an unknown zone, and for zones that this JDK does not know. */
    private static Stream<ZoneId> zone(String name) {
        try {
            return name.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone())
                    ? Stream.empty() : Optional.of(ZoneId.of(name)).stream();
        } catch (DateTimeException e) {
            return Stream.empty();
        }
    }
}
