package org.callwright.tms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Phone numbers however they are written. */
public final class PhoneNumbers {

    private static final String COUNTRY = "US";

    private PhoneNumbers() {
    }

    /**
     * The number in E.164, of the United States when it names no country; empty when nobody could have it. A possible
     * number is enough, it need not be one that was given to somebody; but one that lacks its area's code is none.
     */
    public static Optional<String> e164(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(text, COUNTRY);
            return numbers.isPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
