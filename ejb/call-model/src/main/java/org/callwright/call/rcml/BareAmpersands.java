package org.callwright.call.rcml;

/**
 * Escapes ampersands that begin no reference, as people write them in URLs. CDATA sections and comments stay as they
 * are; what looks like a reference stays too, so that the reader can refuse entities.
 */
final class BareAmpersands {

    private static final String[][] VERBATIM = {{"<![CDATA[", "]]>"}, {"<!--", "-->"}};

    private BareAmpersands() {
    }

    static String escape(String xml) {
        if (xml.indexOf('&') < 0) {
            return xml;
        }
        StringBuilder out = new StringBuilder(xml.length() + 64);
        int at = 0;
        while (at < xml.length()) {
            int end = endOfVerbatim(xml, at);
            if (end > at) {
                out.append(xml, at, end);
                at = end;
                continue;
            }
            char c = xml.charAt(at);
            out.append(c);
            if (c == '&' && !beginsReference(xml, at)) {
                out.append("amp;");
            }
            at++;
        }
        return out.toString();
    }

    private static int endOfVerbatim(String xml, int at) {
        if (xml.charAt(at) != '<') {
            return at;
        }
        for (String[] section : VERBATIM) {
            if (xml.startsWith(section[0], at)) {
                int end = xml.indexOf(section[1], at + section[0].length());
                return end < 0 ? xml.length() : end + section[1].length();
            }
        }
        return at;
    }

    private static boolean beginsReference(String xml, int ampersand) {
        int at = ampersand + 1;
        if (at < xml.length() && xml.charAt(at) == '#') {
            at++;
        }
        int first = at;
        while (at < xml.length() && isNameCharacter(xml.charAt(at))) {
            at++;
        }
        return at > first && at < xml.length() && xml.charAt(at) == ';';
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
    }
}
