package org.callwright.sip.container.testing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SIP message as text, read without the stack under test. */
public record SipText(String text) {

    public boolean isResponse() {
        return text.startsWith("SIP/2.0 ");
    }

    public int status() {
        return isResponse() ? Integer.parseInt(text.substring(8, 11)) : -1;
    }

    public String method() {
        return isResponse() ? header("CSeq").orElseThrow().split(" +")[1] : text.substring(0, text.indexOf(' '));
    }

    public String requestUri() {
        return text.split(" ")[1];
    }

    public Optional<String> header(String name) {
        Matcher matcher = Pattern.compile("(?im)^" + name + " *: *(.*?)\\r?$").matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    public String toTag() {
        return header("To").orElseThrow().replaceFirst(".*;tag=", "");
    }

    /** The URI in the Contact header. */
    public String contact() {
        return header("Contact").orElseThrow().replaceFirst(".*<(.*?)>.*", "$1");
    }

    public String body() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }
}
