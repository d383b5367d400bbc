package org.callwright.call.rcml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.callwright.call.value.HttpMethod;

/**
 * Makes verbs of elements. Names are case-sensitive; elements that are no verb of RCML are skipped silently, verbs that
 * RCML knows but this server does not run are skipped with a warning.
 */
final class RcmlParser {

    private static final Set<String> VERBS =
            Set.of("Say", "Play", "Pause", "Gather", "Record", "Redirect", "Hangup", "Reject", "Dial");
    private static final Set<String> UNSUPPORTED = Set.of("Sms", "Email", "Fax", "Hold", "Resume", "Refer",
            "Message", "Enqueue", "Queue", "Leave", "UssdMessage", "UssdCollect", "Language");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");

    private final List<RcmlWarning> warnings = new ArrayList<>();

    RcmlDocument parse(XmlElement root) {
        if (!root.name().equals("Response")) {
            warnings.add(RcmlWarning.warning(RcmlWarning.UNSUPPORTED,
                    "the root element should be <Response>, not <" + root.name() + ">"));
        }
        List<Verb> verbs = new ArrayList<>();
        for (XmlElement element : root.children()) {
            verb(element).ifPresent(verbs::add);
        }
        return new RcmlDocument(verbs, warnings);
    }

    private Optional<? extends Verb> verb(XmlElement element) {
        Attributes attributes = new Attributes(element, warnings);
        return switch (element.name()) {
            case "Say" -> say(attributes, 13510, 13511);
            case "Play" -> play(attributes);
            case "Pause" -> Optional.of(pause(attributes));
            case "Gather" -> Optional.of(gather(attributes));
            case "Record" -> Optional.of(record(attributes));
            case "Dial" -> Optional.of(new DialParser(attributes, warnings).parse());
            case "Redirect" -> redirect(attributes);
            case "Hangup" -> Optional.of(new Verb.Hangup());
            case "Reject" -> Optional.of(new Verb.Reject(attributes.isSecond("reason", "rejected", "busy", 2400)));
            default -> {
                if (UNSUPPORTED.contains(element.name())) {
                    unsupported("<" + element.name() + "> is not supported by this server and was skipped");
                }
                yield Optional.empty();
            }
        };
    }

    private Optional<Verb.Say> say(Attributes attributes, int loopCode, int voiceCode) {
        String text = attributes.element().plainText();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String voice = attributes.isSecond("voice", "man", "woman", voiceCode) ? "woman" : "man";
        return Optional.of(new Verb.Say(text, language(attributes), voice, attributes.number("loop", 0, 1, loopCode)));
    }

    /** A tag, also behind a provider's name ({@code provider.ja-JP}); what is none counts as not supported: English. */
    private static String language(Attributes attributes) {
        String tag = attributes.text("language").orElse("").toLowerCase(Locale.ROOT).replace('_', '-');
        tag = tag.substring(tag.lastIndexOf('.') + 1);
        return LANGUAGE.matcher(tag).matches() ? tag : Verb.Say.DEFAULT_LANGUAGE;
    }

    private Optional<Verb.Play> play(Attributes attributes) {
        String url = attributes.element().text().strip();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Verb.Play(url, attributes.number("loop", 0, 1, 13410)));
    }

    private static Verb.Pause pause(Attributes attributes) {
        return new Verb.Pause(attributes.number("length", 1, 1, 13910));
    }

    private Verb.Gather gather(Attributes attributes) {
        if (attributes.element().attribute("action").isPresent() && attributes.text("action").isEmpty()) {
            warnings.add(RcmlWarning.error(11101, "<Gather> has an empty action; the current document's URL is used"));
        }
        if (attributes.text("input").orElse("dtmf").contains("speech")) {
            unsupported("<Gather> takes no speech on this server, only keys");
        }
        int timeout = attributes.number("timeout", 1, 5, 13313);
        return new Verb.Gather(
                attributes.text("action"),
                attributes.method(14104),
                attributes.number("preTimeout", 1, timeout, 13313),
                attributes.number("postTimeout", 1, timeout, 13313),
                attributes.keys("finishOnKey", Keys.POUND, Keys.NONE, Keys.POUND, 13310),
                attributes.number("numDigits", 1, 13314, "no limit"),
                attributes.keys("startInputKey", Keys.ANY, Keys.ANY, Keys.ANY, 13315),
                attributes.flag("actionOnEmptyResult", false),
                prompts(attributes.element()));
    }

    private List<Verb.Audible> prompts(XmlElement gather) {
        List<Verb.Audible> prompts = new ArrayList<>();
        for (XmlElement element : gather.children()) {
            Attributes attributes = new Attributes(element, warnings);
            switch (element.name()) {
                case "Say" -> say(attributes, 13322, 13321).ifPresent(prompts::add);
                case "Play" -> play(attributes).ifPresent(prompts::add);
                case "Pause" -> prompts.add(pause(attributes));
                default -> noNesting(gather, element);
            }
        }
        return prompts;
    }

    private Verb.Record record(Attributes attributes) {
        attributes.element().children().forEach(child -> noNesting(attributes.element(), child));
        attributes.isSecond("media", "audio_only", "audio_only", 13612);
        if (attributes.text("maxLength").filter("1"::equals).isPresent()) {
            warnings.add(RcmlWarning.warning(13612, "<Record> maxLength should be greater than 1; one second it is"));
        }
        return new Verb.Record(
                attributes.text("action"),
                attributes.method(13610),
                attributes.number("timeout", 1, 5, 13612),
                attributes.keys("finishOnKey", Keys.ANY, Keys.POUND, Keys.POUND, 13613),
                attributes.number("maxLength", 1, 3600, 13612),
                attributes.flag("playBeep", true));
    }

    private Optional<Verb.Redirect> redirect(Attributes attributes) {
        String url = attributes.element().text().strip();
        HttpMethod method = attributes.method(13710);
        return url.isEmpty() ? Optional.empty() : Optional.of(new Verb.Redirect(url, method));
    }

    private void noNesting(XmlElement parent, XmlElement child) {
        if (VERBS.contains(child.name()) || UNSUPPORTED.contains(child.name())) {
            unsupported("<" + child.name() + "> can't stand in <" + parent.name() + "> and was skipped");
        }
    }

    private void unsupported(String message) {
        warnings.add(RcmlWarning.warning(RcmlWarning.UNSUPPORTED, message));
    }
}
