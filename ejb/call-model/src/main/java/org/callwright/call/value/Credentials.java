package org.callwright.call.value;

import java.util.regex.Pattern;

/** By what a callee knows who calls, if he asks (digest authentication). */
public record Credentials(String username, String password) {

    /** What may stand between quotation marks in a SIP header. */
    private static final Pattern USERNAME = Pattern.compile("[^\"\\\\\\p{Cntrl}]{1,255}");

    /** @throws IllegalArgumentException when SIP has no place for such a user name; the message goes on behind it */
    public Credentials {
        if (!USERNAME.matcher(username).matches()) {
            throw new IllegalArgumentException("is no name that SIP can send");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
