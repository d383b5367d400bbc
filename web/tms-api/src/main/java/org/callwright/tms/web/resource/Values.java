package org.callwright.tms.web.resource;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** What texts of a request can be used. */
final class Values {

    static final int LONGEST_URL = 512;
    private static final int LONGEST_PHONE = 256;

    private Values() {
    }

    /** Whether it can be kept and tried as a number; whether it is one is found out later. */
    static boolean isPhone(String text) {
        return !text.isBlank() && text.length() <= LONGEST_PHONE && text.codePoints()
                .noneMatch(point -> Character.isISOControl(point) || isHalf(point));
    }

    /** Whether it has nothing but characters; of the control characters those that part words and lines. */
    static boolean isText(String text) {
        return text.codePoints().noneMatch(point -> isHalf(point)
                || Character.isISOControl(point) && !Character.isWhitespace(point));
    }

    /** Whether it is a complete address of the web without a password in it. */
    static boolean isWebAddress(String text) {
        try {
            URI url = new URI(text);
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && url.getHost() != null && url.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A surrogate without its other half. */
    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
