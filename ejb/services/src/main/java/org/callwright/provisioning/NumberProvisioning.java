package org.callwright.provisioning;

import static org.callwright.provisioning.ProvisioningException.Reason.BAD_VALUE;
import static org.callwright.provisioning.ProvisioningException.Reason.NUMBER_TAKEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.directory.ApplicationSid;
import org.callwright.directory.DirectoryStore;
import org.callwright.directory.Handler;
import org.callwright.directory.IncomingNumber;
import org.callwright.directory.NumberDirectory;
import org.callwright.directory.NumberPattern;

/**
 * Numbers of accounts. There is no provider to buy from: a public number is attached as it is, in E.164 form, unless
 * somebody has it; a number that exists on SIP only may also be a name, a pattern or {@code *}, once in an organization.
 */
@ApplicationScoped
public class NumberProvisioning {

    private static final Pattern SIP_NUMBER = Pattern.compile("[^\\s@;:<>\"\\p{Cntrl}]{1,128}");
    private static final Pattern PUBLIC_NUMBER = Pattern.compile("\\+?[0-9]{3,15}");
    private static final Pattern US_NATIONAL = Pattern.compile("[2-9][0-9]{9}");
    private static final Pattern PUNCTUATION = Pattern.compile("[ ()./-]");

    private final DirectoryStore directory;
    private final NumberDirectory routes;
    private final Applications applications;

    /** For the container's proxy. */
    protected NumberProvisioning() {
        this(null, null, null);
    }

    @Inject
    public NumberProvisioning(DirectoryStore directory, NumberDirectory routes, Applications applications) {
        this.directory = directory;
        this.routes = routes;
        this.applications = applications;
    }

    public static PhoneNumberSid newSid() {
        return new PhoneNumberSid(NewSids.withPrefix("PN"));
    }

    /**
     * The number as it is kept.
     *
     * @param sip whether it exists on SIP only; it is then kept as written
     * @throws ProvisioningException it is no number, or no usable pattern
     */
    public static String normalized(String text, boolean sip) {
        if (sip) {
            checkSip(text);
            return text;
        }
        String plain = PUNCTUATION.matcher(text).replaceAll("");
        if (!PUBLIC_NUMBER.matcher(plain).matches()) {
            throw new ProvisioningException(
                    BAD_VALUE, "21452 PhoneNumber must be 3 to 15 digits with or without a plus, or come with isSIP");
        }
        if (US_NATIONAL.matcher(plain).matches()) {
            return "+1" + plain;
        }
        return plain.startsWith("+") ? plain : "+" + plain;
    }

    /** @throws ProvisioningException somebody has the number, or an application is not the account's */
    @OnceMore
    @Transactional
    public void create(IncomingNumber number) {
        boolean taken = directory.numbers(List.of(number.number())).stream().anyMatch(
                other -> other.organization().equals(number.organization()) || !other.sip() && !number.sip());
        if (taken) {
            throw new ProvisioningException(NUMBER_TAKEN, "21452 PhoneNumber is not available");
        }
        save(number);
    }

    /** @throws ProvisioningException an application is not the account's */
    @Transactional
    public void change(IncomingNumber number) {
        save(number);
    }

    @Transactional
    public void remove(IncomingNumber number) {
        directory.remove(number);
        routes.forgetCached();
    }

    private void save(IncomingNumber number) {
        Stream<Optional<ApplicationSid>> others =
                Stream.of(number.options().sms(), number.options().ussd(), number.options().refer())
                        .map(Handler::application);
        Stream.concat(Stream.of(number.application()), others).forEach(
                application -> applications.check(number.account(), application));
        directory.save(number);
        routes.forgetCached();
    }

    private static void checkSip(String text) {
        if (!SIP_NUMBER.matcher(text).matches()) {
            throw new ProvisioningException(BAD_VALUE,
                    "PhoneNumber must have 1 to 128 characters without spaces, @ ; : < > and quotes");
        }
        if (!IncomingNumber.CATCH_ALL.equals(text) && NumberPattern.isPattern(text)) {
            try {
                new NumberPattern(text);
            } catch (IllegalArgumentException e) {
                throw new ProvisioningException(BAD_VALUE, "PhoneNumber is no usable pattern: " + e.getMessage());
            }
        }
    }
}
