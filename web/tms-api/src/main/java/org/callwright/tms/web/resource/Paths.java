package org.callwright.tms.web.resource;

/** Where things are, from the root. */
final class Paths {

    static final String MESSAGES = "/messages/voice";
    static final String WEBHOOKS = "/webhooks";

    private Paths() {
    }

    static String message(long id) {
        return MESSAGES + "/" + id;
    }

    static String recipients(long message) {
        return message(message) + "/recipients";
    }

    static String recipient(long message, long id) {
        return recipients(message) + "/" + id;
    }

    static String webhook(long id) {
        return WEBHOOKS + "/" + id;
    }
}
