package org.callwright.provisioning;

import java.util.Optional;
import org.callwright.call.value.WebTarget;
import org.callwright.directory.ApplicationSid;

/**
 * What somebody wants a SIP client to be, in full: what a change leaves alone has its present value here.
 *
 * @param password empty: keeps the one it has
 */
public record ClientRequest(
        String login,
        Optional<String> password,
        String friendlyName,
        boolean enabled,
        Optional<WebTarget> voice,
        Optional<WebTarget> fallback,
        Optional<ApplicationSid> application) {

    @Override
    public String toString() {
        return "ClientRequest[" + login + "]";
    }
}
