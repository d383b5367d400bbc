package org.callwright.restcomm.resource;

import java.util.Map;
import org.callwright.web.document.Shape;

/** The kinds of resources with their shapes, for those who describe them. */
public final class Kinds {

    private static final String BARE = "";

    private Kinds() {
    }

    /**
     * A kind of resource.
     *
     * @param shape of one
     * @param collection property of a page that has the list; empty for lists without paging
     */
    public record Kind(Shape<?> shape, String collection) {
    }

    /** By the word in the path. */
    public static Map<String, Kind> all() {
        return Map.of(
                "Accounts", new Kind(AccountElement.SHAPE, BARE),
                "Applications", new Kind(ApplicationElement.SHAPE, BARE),
                "Calls", new Kind(CallElement.SHAPE, CallsResource.NAMES.json()),
                "Clients", new Kind(ClientElement.SHAPE, BARE),
                "IncomingPhoneNumbers", new Kind(NumberElement.SHAPE, NumbersResource.NAMES.json()),
                "Notifications", new Kind(NotificationElement.SHAPE, NotificationsResource.NAMES.json()),
                "Recordings", new Kind(RecordingElement.SHAPE, RecordingsResource.NAMES.json()),
                "Says", new Kind(SayElement.SHAPE, SaysResource.NAMES.json()));
    }
}
