package org.callwright.sip.container;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SIP message as text, read without the stack under test. */
record SipText(String text) {

    boolean isResponse() {
        return text.startsWith("SIP/2.0 ");
    }

    int status() {
        return isResponse() ? Integer.parseInt(text.substring(8, 11)) : -1;
    }

    String method() {
        return isResponse() ? header("CSeq").orElseThrow().split(" +")[1] : text.substring(0, text.indexOf(' '));
    }

    String requestUri() {
        return text.split(" ")[1];
    }

    Optional<String> header(String name) {
        Matcher matcher = Pattern.compile("(?im)^" + name + " *: *(.*?)\\r?$").matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    String toTag() {
        return header("To").orElseThrow().replaceFirst(".*;tag=", "");
    }

    /** The URI in the Contact header. */
    String contact() {
        return header("Contact").orElseThrow().replaceFirst(".*<(.*?)>.*", "$1");
    }

    String body() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }
}
