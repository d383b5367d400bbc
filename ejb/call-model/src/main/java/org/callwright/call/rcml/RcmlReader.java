package org.callwright.call.rcml;

import java.util.List;
import org.callwright.call.value.FetchedDocument;

/**
 * Makes a document of what an application answered, by its content type: XML is RCML, audio is played, plain text
 * spoken. An answer without content is an empty document: the call has come to its end.
 */
public final class RcmlReader {

    private RcmlReader() {
    }

    /** @throws RcmlRefusal when the answer can't be run; the code is that of the notification to write */
    public static RcmlDocument read(FetchedDocument fetched) throws RcmlRefusal {
        String type = fetched.contentType();
        if (type.startsWith("audio/")) {
            return single(new Verb.Play(fetched.url().toString(), 1));
        }
        if (fetched.body().isBlank()) {
            return new RcmlDocument(List.of(), List.of());
        }
        return switch (type) {
            case "text/xml", "application/xml", "text/html" -> new RcmlParser().parse(HardenedXml.read(fetched.body()));
            case "text/plain" -> single(Verb.Say.of(speakable(fetched.body())));
            default -> throw new RcmlRefusal(RcmlRefusal.CONTENT_TYPE, type.isEmpty()
                    ? "the answer has no content type"
                    : "a call can't run an answer of type " + type);
        };
    }

    private static RcmlDocument single(Verb verb) {
        return new RcmlDocument(List.of(verb), List.of());
    }

    private static String speakable(String body) throws RcmlRefusal {
        if (body.length() > HardenedXml.MAX_CHARACTERS) {
            throw new RcmlRefusal(RcmlRefusal.UNREADABLE, "the text is too long");
        }
        return body.strip().replaceAll("\\s+", " ");
    }
}
