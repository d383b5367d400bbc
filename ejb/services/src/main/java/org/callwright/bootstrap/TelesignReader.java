package org.callwright.bootstrap;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.callwright.bootstrap.BootstrapFile.PlatformTelesign;
import org.callwright.bootstrap.BootstrapFile.TelesignEntry;
import org.callwright.bootstrap.BootstrapFile.TelesignTerms;
import org.callwright.call.value.HttpMethod;
import org.callwright.http.AddressRange;
import org.callwright.telesign.CallerIds;
import org.callwright.telesign.Customer;
import org.callwright.telesign.MessageType;
import org.callwright.telesign.PrefixRule;

/** Reads what the bootstrap file says of the TeleSign dialect. */
final class TelesignReader {

    private static final int LONGEST_TEXT = 1600;
    private static final Pattern CUSTOMER_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,15}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");
    private static final Pattern PREFIX = Pattern.compile("[0-9]{1,15}");

    private TelesignReader() {
    }

    static TelesignEntry customer(String path, JsonValue value) {
        JsonObjectReader entry = new JsonObjectReader(path, value, Set.of("customerId", "apiKey", "enabled",
                "callbackUrl", "callerIds", "allowedAddresses", "blockedNumbers", "menus", "trial", "verifiedNumbers",
                "prepaidCalls", "apiHosts", "callbackHosts"));
        String id = entry.text("customerId");
        if (!CUSTOMER_ID.matcher(id).matches()) {
            throw entry.wrong("customerId", "must have 1 to 64 letters, digits and dashes");
        }
        return new TelesignEntry(
                path,
                Customer.id(id),
                key(entry),
                flag(entry, "enabled"),
                entry.target("callbackUrl", HttpMethod.POST).map(target -> target.url()),
                numbers(entry, "callerIds"),
                addresses(entry),
                numbers(entry, "blockedNumbers"),
                new TelesignTerms(flag(entry, "menus"), flag(entry, "trial"), numbers(entry, "verifiedNumbers"),
                        entry.number("prepaidCalls", Integer.MAX_VALUE), hosts(entry, "apiHosts"),
                        hosts(entry, "callbackHosts")));
    }

    private static Optional<Boolean> flag(JsonObjectReader entry, String field) {
        return entry.has(field) ? Optional.of(entry.flag(field, true)) : Optional.empty();
    }

    private static Optional<List<String>> hosts(JsonObjectReader entry, String field) {
        return entry.optionalTexts(field).map(texts -> {
            for (int i = 0; i < texts.size(); i++) {
                if (!HOST.matcher(texts.get(i)).matches()) {
                    throw entry.wrong(field + "[" + i + "]", "must be the name or the address of a host");
                }
            }
            return texts;
        });
    }

    /** Clients decode other characters each in its own way, so that signatures would differ. */
    private static String key(JsonObjectReader entry) {
        String key = entry.text("apiKey");
        try {
            if (key.length() <= 512 && Base64.getDecoder().decode(key).length > 0) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw entry.wrong("apiKey", "must be base64 of the standard alphabet");
        }
        throw entry.wrong("apiKey", "must have 1 to 512 characters");
    }

    private static Optional<List<String>> numbers(JsonObjectReader entry, String field) {
        return entry.optionalTexts(field).map(texts -> {
            for (int i = 0; i < texts.size(); i++) {
                if (!NUMBER.matcher(texts.get(i)).matches()) {
                    throw entry.wrong(field + "[" + i + "]", "must be 3 to 15 digits with or without a plus");
                }
            }
            return texts.stream().map(CallerIds::digits).toList();
        });
    }

    private static Optional<List<String>> addresses(JsonObjectReader entry) {
        return entry.optionalTexts("allowedAddresses").map(texts -> {
            for (int i = 0; i < texts.size(); i++) {
                try {
                    AddressRange.parse(texts.get(i));
                } catch (IllegalArgumentException e) {
                    throw entry.wrong("allowedAddresses[" + i + "]", "must be an address or a range like 10.0.0.0/8");
                }
            }
            return texts;
        });
    }

    static Optional<PlatformTelesign> platform(JsonObjectReader file) {
        if (!file.has("telesign")) {
            return Optional.empty();
        }
        JsonObjectReader entry = new JsonObjectReader(
                file.at("telesign"), file.value("telesign"), Set.of("blockedNumbers", "blockedPrefixes", "blockedTexts"));
        return Optional.of(new PlatformTelesign(numbers(entry, "blockedNumbers"), entry.has("blockedPrefixes")
                ? Optional.of(entry.list("blockedPrefixes", TelesignReader::rules).stream()
                        .flatMap(List::stream).toList())
                : Optional.empty(), texts(entry)));
    }

    private static Optional<List<String>> texts(JsonObjectReader entry) {
        return entry.optionalTexts("blockedTexts").map(texts -> {
            for (int i = 0; i < texts.size(); i++) {
                if (texts.get(i).isBlank() || texts.get(i).length() > LONGEST_TEXT) {
                    throw entry.wrong("blockedTexts[" + i + "]", "must have 1 to " + LONGEST_TEXT + " characters");
                }
            }
            return texts;
        });
    }

    private static List<PrefixRule> rules(String path, JsonValue value) {
        JsonObjectReader entry = new JsonObjectReader(path, value, Set.of("prefix", "messageTypes"));
        String prefix = entry.text("prefix");
        if (!PREFIX.matcher(prefix).matches()) {
            throw entry.wrong("prefix", "must be 1 to 15 digits");
        }
        List<String> types = entry.texts("messageTypes");
        if (types.isEmpty()) {
            return List.of(new PrefixRule(prefix, Optional.empty()));
        }
        List<PrefixRule> rules = new ArrayList<>();
        for (String type : types) {
            rules.add(new PrefixRule(prefix, Optional.of(MessageType.parse(type)
                    .orElseThrow(() -> entry.wrong("messageTypes", "may have OTP, ARN and MKT")))));
        }
        return rules;
    }
}
