package org.callwright.bootstrap;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Retention;
import org.callwright.accounts.Role;
import org.callwright.bootstrap.BootstrapFile.AccountEntry;
import org.callwright.bootstrap.BootstrapFile.ClientEntry;
import org.callwright.bootstrap.BootstrapFile.NumberEntry;
import org.callwright.bootstrap.BootstrapFile.OrganizationEntry;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.RecordingFormat;
import org.callwright.directory.IncomingNumber;
import org.callwright.directory.NumberPattern;

/** Reads the bootstrap file strictly: a field it does not know or a value it can't use is an error with its path. */
final class BootstrapReader {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?");
    private static final Pattern LOGIN = Pattern.compile("[^?=@\\s]{1,128}");
    private static final Pattern SIP_NUMBER = Pattern.compile("[^\\s@;:<>\"]{1,128}");
    private static final Pattern PUBLIC_NUMBER = Pattern.compile("\\+?[0-9]{3,15}");

    private BootstrapReader() {
    }

    static BootstrapFile read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader);
        } catch (IOException e) {
            throw new BootstrapException("bootstrap file " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    static BootstrapFile read(Reader reader) {
        try (JsonReader json = Json.createReader(reader)) {
            JsonObjectReader file = new JsonObjectReader("", json.readValue(),
                    Set.of("accounts", "organizations", "telesign"));
            return new BootstrapFile(
                    file.list("accounts", BootstrapReader::account),
                    file.list("organizations", BootstrapReader::organization),
                    TelesignReader.platform(file));
        } catch (JsonException e) {
            throw new BootstrapException("bootstrap file is no JSON: " + e.getMessage(), e);
        }
    }

    private static OrganizationEntry organization(String path, JsonValue value) {
        JsonObjectReader entry = new JsonObjectReader(path, value, Set.of("domain"));
        return new OrganizationEntry(path, domain(entry, "domain", entry.text("domain")));
    }

    private static AccountEntry account(String path, JsonValue value) {
        JsonObjectReader entry = new JsonObjectReader(path, value, Set.of(
                "sid", "email", "token", "friendlyName", "status", "role", "parent", "organization",
                "recordingRetentionDays", "recordingFormat", "clients", "numbers", "telesign", "tms",
                "tmsRetentionDays"));
        String email = entry.text("email").toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(email).matches()) {
            throw entry.wrong("email", "is no e-mail address");
        }
        return new AccountEntry(
                path,
                entry.optionalText("sid").map(text -> accountSid(entry, text)).orElseGet(() -> Account.sidOf(email)),
                email,
                entry.optionalText("token"),
                entry.optionalText("friendlyName"),
                entry.optionalText("status").map(text -> AccountStatus.parse(text).orElseThrow(
                        () -> entry.wrong("status", "must be active, closed, suspended, inactive or uninitialized"))),
                entry.optionalText("role").map(text -> Role.named(text).orElseThrow(
                        () -> entry.wrong("role", "must be Administrator or Developer"))),
                entry.optionalText("parent"),
                entry.optionalText("organization").map(text -> domain(entry, "organization", text)),
                entry.number("recordingRetentionDays", Retention.MOST_DAYS).map(Retention::new),
                entry.optionalText("recordingFormat").map(text -> RecordingFormat.named(text).orElseThrow(
                        () -> entry.wrong("recordingFormat", "must be wav or gsm"))),
                entry.list("clients", BootstrapReader::client),
                entry.list("numbers", BootstrapReader::number),
                entry.list("telesign", TelesignReader::customer),
                entry.has("tms") ? Optional.of(entry.list("tms", TmsReader::token)) : Optional.empty(),
                entry.number("tmsRetentionDays", Retention.MOST_DAYS).map(Retention::new));
    }

    private static ClientEntry client(String path, JsonValue value) {
        JsonObjectReader entry = new JsonObjectReader(path, value, Set.of("login", "password", "voiceUrl"));
        String login = entry.text("login");
        if (!LOGIN.matcher(login).matches()) {
            throw entry.wrong("login", "must not have spaces nor ? = @");
        }
        return new ClientEntry(path, login, entry.text("password"), entry.target("voiceUrl", HttpMethod.POST));
    }

    private static NumberEntry number(String path, JsonValue value) {
        JsonObjectReader entry = new JsonObjectReader(path, value, Set.of(
                "phoneNumber", "sip", "voiceUrl", "voiceMethod", "fallbackUrl", "statusCallback"));
        boolean sip = entry.flag("sip", true);
        String number = entry.text("phoneNumber");
        if (sip && !SIP_NUMBER.matcher(number).matches()) {
            throw entry.wrong("phoneNumber", "must have 1 to 128 characters without spaces, @ ; : < > and quotes");
        }
        if (!sip && !PUBLIC_NUMBER.matcher(number).matches()) {
            throw entry.wrong("phoneNumber", "must be 3 to 15 digits with or without a plus, or have sip true");
        }
        if (sip && NumberPattern.isPattern(number) && !IncomingNumber.CATCH_ALL.equals(number)) {
            checkPattern(entry, number);
        }
        return new NumberEntry(
                path,
                number,
                sip,
                entry.target("voiceUrl", entry.method("voiceMethod")),
                entry.target("fallbackUrl", HttpMethod.POST),
                entry.target("statusCallback", HttpMethod.POST));
    }

    private static void checkPattern(JsonObjectReader entry, String number) {
        try {
            new NumberPattern(number);
        } catch (IllegalArgumentException e) {
            throw entry.wrong("phoneNumber", "is no usable pattern: " + e.getMessage());
        }
    }

    private static AccountSid accountSid(JsonObjectReader entry, String text) {
        try {
            return new AccountSid(text);
        } catch (IllegalArgumentException e) {
            throw entry.wrong("sid", "must be AC and 32 lower-case hexadecimal digits");
        }
    }

    private static String domain(JsonObjectReader entry, String field, String text) {
        String domain = text.toLowerCase(Locale.ROOT);
        if (!DOMAIN.matcher(domain).matches()) {
            throw entry.wrong(field, "is no domain name");
        }
        return domain;
    }
}
