package org.callwright.restcomm.resource;

import static org.callwright.web.document.Type.DATE;
import static org.callwright.web.document.Type.INTEGER;
import static org.callwright.web.document.Type.PATH;
import static org.callwright.web.document.Type.TEXT;

import java.util.List;
import java.util.Locale;
import org.callwright.accounts.Account;
import org.callwright.accounts.Retention;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.web.document.Element;
import org.callwright.web.document.Shape;

/** An account as this API shows it; its token is kept as a hash and so can't be shown. */
final class AccountElement {

    private static final String VERSION = "/" + RestcommApplication.VERSION;
    private static final List<String> SUBRESOURCES = List.of(
            "Applications", "Calls", "Clients", "IncomingPhoneNumbers", "Notifications", "Recordings", "Says");

    static final Shape<Shown> SHAPE = Shape.<Shown>named("Account")
            .with("sid", TEXT, "SID of the account: AC and 32 hexadecimal digits", s -> s.account.sid())
            .with("organization", TEXT, "SID of its organization", s -> s.account.organization())
            .inXml("organization")
            .with("friendly_name", TEXT, "A name for people", s -> s.account.friendlyName())
            .with("email_address", TEXT, "The address that it may log in with", s -> s.account.email())
            .with("type", TEXT, "Always Full", s -> "Full")
            .with("status", TEXT, "active, suspended, closed, inactive or uninitialized",
                    s -> s.account.status().wireName())
            .with("role", TEXT, "What it may do", s -> s.account.role())
            .orNull("recording_retention_days", INTEGER, "Days after which recordings are removed; null: the server's",
                    s -> s.account.retention().map(Retention::days))
            .with("recording_format", TEXT, "What recordings are written as: wav or gsm",
                    s -> s.account.recordings().wireName())
            .with("date_created", DATE, "When it was made", s -> Wire.date(s.account.created()))
            .with("date_updated", DATE, "When it changed last", s -> Wire.date(s.account.updated()))
            .with("uri", PATH, "Path of this resource, below the context",
                    s -> VERSION + "/Accounts.json/" + s.account.sid())
            .inXml("Uri", s -> VERSION + "/Accounts/" + s.account.sid())
            .object("subresource_uris", "Where its lists are", subresources());

    private AccountElement() {
    }

    /**
     * What an account is shown from.
     *
     * @param prefix the context that the client used
     */
    record Shown(Account account, String prefix) {
    }

    private static Shape<Shown> subresources() {
        Shape<Shown> shape = Shape.named("SubresourceUris");
        for (String kind : SUBRESOURCES) {
            shape.with(kind.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT), PATH, "Its " + kind,
                    s -> s.prefix + VERSION + "/Accounts/" + s.account.sid() + "/" + kind);
        }
        return shape;
    }

    static Element of(Account account, String prefix) {
        return SHAPE.element(new Shown(account, prefix));
    }
}
