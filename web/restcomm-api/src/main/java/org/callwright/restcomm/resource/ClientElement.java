package org.callwright.restcomm.resource;

import static org.callwright.web.document.Type.DATE;
import static org.callwright.web.document.Type.PATH;
import static org.callwright.web.document.Type.TEXT;
import static org.callwright.web.document.Type.URL;

import java.util.Optional;
import org.callwright.call.value.WebTarget;
import org.callwright.directory.SipClient;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.web.document.Shape;

/** A SIP client as this API shows it; never with its password. */
final class ClientElement {

    static final Shape<SipClient> SHAPE = Shape.<SipClient>named("Client")
            .with("sid", TEXT, "SID of the client: CL and 32 hexadecimal digits", SipClient::sid)
            .with("date_created", DATE, "When it was made", client -> Wire.date(client.created()))
            .with("date_updated", DATE, "When it changed last", client -> Wire.date(client.updated()))
            .with("account_sid", TEXT, "The account it belongs to", SipClient::account)
            .with("api_version", TEXT, "Version of this API", client -> RestcommApplication.VERSION)
            .with("friendly_name", TEXT, "A name for people", SipClient::friendlyName)
            .with("login", TEXT, "The user that it logs in as", SipClient::login)
            .with("password_algorithm", TEXT, "How the password is hashed", client -> "MD5")
            .inXml("Password_Algorithm")
            .with("status", TEXT, "1 enabled, 0 disabled", client -> client.enabled() ? "1" : "0")
            .maybe("voice_url", URL, "The application that its calls are given to", client -> url(client.voice()))
            .with("voice_method", TEXT, "GET or POST", client -> method(client.voice()))
            .maybe("voice_fallback_url", URL, "What is asked when that fails", client -> url(client.fallback()))
            .with("voice_fallback_method", TEXT, "GET or POST", client -> method(client.fallback()))
            .maybe("voice_application_sid", TEXT, "The application that its calls are given to, by SID",
                    SipClient::application)
            .with("uri", PATH, "Path of this resource, below the context", client -> path(client) + ".json")
            .inXml("Uri", ClientElement::path);

    private ClientElement() {
    }

    private static String path(SipClient client) {
        return Wire.path(client.account(), "Clients", client.sid());
    }

    private static Optional<String> url(Optional<WebTarget> target) {
        return target.map(present -> present.url().toString());
    }

    private static String method(Optional<WebTarget> target) {
        return target.map(present -> present.method().name()).orElse("POST");
    }
}
