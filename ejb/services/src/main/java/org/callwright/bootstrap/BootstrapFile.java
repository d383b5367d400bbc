package org.callwright.bootstrap;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Retention;
import org.callwright.accounts.Role;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.WebTarget;
import org.callwright.telesign.PrefixRule;

/**
 * The bootstrap file, read and checked in itself; what it says of things that exist already is checked when it is
 * applied. Every entry knows its path in the file.
 */
record BootstrapFile(
        List<AccountEntry> accounts, List<OrganizationEntry> organizations, Optional<PlatformTelesign> telesign) {

    /** @param domain lower-case */
    record OrganizationEntry(String path, String domain) {
    }

    /** @param parent SID or e-mail address; without one the super admin */
    record AccountEntry(
            String path,
            AccountSid sid,
            String email,
            Optional<String> token,
            Optional<String> friendlyName,
            Optional<AccountStatus> status,
            Optional<Role> role,
            Optional<String> parent,
            Optional<String> organization,
            Optional<Retention> retention,
            Optional<RecordingFormat> recordings,
            List<ClientEntry> clients,
            List<NumberEntry> numbers,
            List<TelesignEntry> telesign,
            Optional<List<TmsEntry>> tms,
            Optional<Retention> tmsRetention) {

        @Override
        public String toString() {
            return path + " " + sid;
        }
    }

    /** A customer of the TeleSign dialect; what is empty was not said. */
    record TelesignEntry(
            String path,
            String customerId,
            String apiKey,
            Optional<Boolean> enabled,
            Optional<URI> callbackUrl,
            Optional<List<String>> callerIds,
            Optional<List<String>> allowedAddresses,
            Optional<List<String>> blockedNumbers,
            TelesignTerms terms) {

        @Override
        public String toString() {
            return path + " " + customerId;
        }
    }

    /** A token of the TMS dialect, and caller ids in E.164 that its account may show. */
    record TmsEntry(String path, String token, List<String> fromNumbers) {

        @Override
        public String toString() {
            return path;
        }
    }

    /** Terms of such a customer; what is empty was not said. */
    record TelesignTerms(
            Optional<Boolean> menus,
            Optional<Boolean> trial,
            Optional<List<String>> verifiedNumbers,
            Optional<Integer> prepaidCalls,
            Optional<List<String>> apiHosts,
            Optional<List<String>> callbackHosts) {
    }

    /** Whom nobody may call by the TeleSign dialect, and with what; what is empty was not said. */
    record PlatformTelesign(Optional<List<String>> blockedNumbers, Optional<List<PrefixRule>> blockedPrefixes,
            Optional<List<String>> blockedTexts) {
    }

    /** A SIP client. */
    record ClientEntry(String path, String login, String password, Optional<WebTarget> voice) {

        @Override
        public String toString() {
            return path + " " + login;
        }
    }

    /** A number. */
    record NumberEntry(
            String path,
            String number,
            boolean sip,
            Optional<WebTarget> voice,
            Optional<WebTarget> fallback,
            Optional<WebTarget> statusCallback) {
    }
}
