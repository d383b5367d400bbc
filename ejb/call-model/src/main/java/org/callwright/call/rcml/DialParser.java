package org.callwright.call.rcml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callwright.call.value.CallTarget;
import org.callwright.call.value.Credentials;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.ProgressEvent;
import org.callwright.call.value.RecordedParties;

/**
 * Reads Dial. One target is dialled, the first Number or Sip; what else stands there is warned of. When there is none
 * that could be called, that is an error, and the verb has no target.
 */
record DialParser(Attributes attributes, List<RcmlWarning> warnings) {

    static final int TIMEOUT_SECONDS = 30;
    static final int TIME_LIMIT_SECONDS = 14_400;
    private static final int METHOD = 13210;
    private static final int TIMEOUT = 13212;
    private static final int CALLER_ID = 13214;
    private static final int TIME_LIMIT = 13216;
    private static final int INVALID_URI = 11100;
    private static final Set<String> NOUNS = Set.of("Number", "Sip", "Uri");
    private static final Set<String> UNSUPPORTED_NOUNS =
            Set.of("Client", "Conference", "Queue", "Video", "Application", "SIM", "WirelessNumber");
    private static final Set<String> CREDENTIALS = Set.of("username", "password");
    /** Nothing that could end the place where the text stands in a SIP header. */
    private static final Pattern CALLER = Pattern.compile("[^\\s<>\"\\\\\\p{Cntrl}]{1,255}");

    Verb.Dial parse() {
        Optional<String> callerId = attributes.text("callerId");
        boolean usable = callerId.isEmpty() || CALLER.matcher(callerId.get()).matches();
        if (!usable) {
            error(CALLER_ID, "the callerId is neither a number nor a SIP URI; nobody is called");
        }
        Optional<XmlElement> noun = noun();
        return new Verb.Dial(
                attributes.text("action"),
                attributes.method(METHOD),
                attributes.number("timeout", 1, TIMEOUT_SECONDS, TIMEOUT),
                attributes.number("timeLimit", 1, TIME_LIMIT_SECONDS, TIME_LIMIT),
                callerId,
                attributes.flag("hangupOnStar", false),
                recorded(),
                noun.filter(any -> usable).flatMap(this::callee));
    }

    private Optional<Verb.Dial.Callee> callee(XmlElement noun) {
        return target(noun).map(target -> noun == attributes.element()
                ? new Verb.Dial.Callee(target, Optional.empty(), Optional.empty(), Optional.empty())
                : callee(target, new Attributes(noun, warnings)));
    }

    private Verb.Dial.Callee callee(CallTarget target, Attributes own) {
        return new Verb.Dial.Callee(target, progress(own),
                own.text("url").map(url -> new Verb.Dial.Screening(url, own.method(METHOD))),
                target.number() ? Optional.empty() : credentials(own));
    }

    private Optional<Credentials> credentials(Attributes own) {
        Optional<String> username = own.text("username");
        if (username.isEmpty() && own.element().attribute("password").isPresent()) {
            warn("<" + own.element().name() + "> password without a username is not used");
        }
        try {
            return username.map(name -> new Credentials(name, own.element().attribute("password").orElse("")));
        } catch (IllegalArgumentException e) {
            warn("<" + own.element().name() + "> username " + e.getMessage());
            return Optional.empty();
        }
    }

    /** The element that says whom to call: a noun, or Dial itself. */
    private Optional<XmlElement> noun() {
        XmlElement dial = attributes.element();
        List<XmlElement> nouns = dial.children().stream().filter(child -> NOUNS.contains(child.name())).toList();
        dial.children().stream().filter(child -> UNSUPPORTED_NOUNS.contains(child.name())).forEach(child ->
                warn("<" + child.name() + "> in <Dial> is not supported by this server and was skipped"));
        if (nouns.size() > 1) {
            warn("<Dial> calls one target on this server: the first one, the others were skipped");
        }
        boolean textOnly = nouns.isEmpty() && !dial.plainText().isEmpty()
                && dial.children().stream().noneMatch(child -> UNSUPPORTED_NOUNS.contains(child.name()));
        if (nouns.isEmpty() && !textOnly) {
            error(RcmlWarning.UNSUPPORTED, "there is nobody whom this server could call");
        }
        return textOnly ? Optional.of(dial) : nouns.stream().findFirst();
    }

    private Optional<CallTarget> target(XmlElement noun) {
        unused(noun).filter(name -> noun.attribute(name).isPresent()).sorted()
                .forEach(name -> warn("<" + noun.name() + "> " + name + " is not supported by this server"));
        String text = noun.text().replaceAll("\\s+", "");
        if (noun == attributes.element() && text.startsWith("client")) {
            error(RcmlWarning.UNSUPPORTED, "calls to registered clients are not supported by this server");
            return Optional.empty();
        }
        try {
            CallTarget target = CallTarget.parse(text);
            if (target.number() && !noun.name().equals("Number") && noun != attributes.element()) {
                throw new IllegalArgumentException("is no SIP URI");
            }
            return Optional.of(target);
        } catch (IllegalArgumentException e) {
            error(INVALID_URI, "the target " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Attributes that other servers know, or other nouns. */
    private static Stream<String> unused(XmlElement noun) {
        return noun.name().equals("Number") ? Stream.concat(Stream.of("sendDigits"), CREDENTIALS.stream())
                : Stream.empty();
    }

    private Optional<Verb.Dial.Recording> recorded() {
        String wanted = attributes.text("record").orElse("false").toLowerCase(Locale.ROOT);
        boolean ringing = wanted.startsWith("record-from-ringing");
        return switch (wanted) {
            case "true", "record-from-answer", "record-from-ringing" ->
                    Optional.of(new Verb.Dial.Recording(RecordedParties.MIXED, ringing));
            case "record-from-answer-dual", "record-from-ringing-dual" ->
                    Optional.of(new Verb.Dial.Recording(RecordedParties.SEPARATE, ringing));
            default -> Optional.empty();
        };
    }

    private static Optional<Verb.Dial.Progress> progress(Attributes own) {
        return own.text("statusCallback")
                .map(url -> new Verb.Dial.Progress(url,
                        own.text("statusCallbackMethod").filter("GET"::equalsIgnoreCase).map(get -> HttpMethod.GET)
                                .orElse(HttpMethod.POST),
                        events(own.text("statusCallbackEvent"))));
    }

    /** Those that are named, separated by commas or white space; all of them when none is. */
    private static List<ProgressEvent> events(Optional<String> named) {
        List<String> names = named.stream().flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[,\\s]+")))
                .toList();
        List<ProgressEvent> known = Stream.of(ProgressEvent.values())
                .filter(event -> names.contains(event.wireName())).toList();
        return known.isEmpty() ? List.of(ProgressEvent.values()) : known;
    }

    private void warn(String message) {
        warnings.add(RcmlWarning.warning(RcmlWarning.UNSUPPORTED, message));
    }

    private void error(int code, String message) {
        warnings.add(RcmlWarning.error(code, "<Dial>: " + message));
    }
}
