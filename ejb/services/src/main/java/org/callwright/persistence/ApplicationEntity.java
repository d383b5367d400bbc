package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.callwright.call.value.AccountSid;
import org.callwright.directory.ApplicationSid;
import org.callwright.directory.VoiceApplication;

/** Row of an application. */
@Entity(name = "ApplicationRow")
@Table(name = "application")
class ApplicationEntity {

    @Id
    String sid;
    @Column(name = "account_sid")
    String account;
    @Column(name = "friendly_name")
    String friendlyName;
    @Column(name = "rcml_url")
    String rcmlUrl;
    String kind;
    @Column(name = "voice_caller_id_lookup")
    boolean callerIdLookup;
    Instant created;
    Instant updated;

    static ApplicationEntity of(VoiceApplication application) {
        ApplicationEntity row = new ApplicationEntity();
        row.sid = application.sid().value();
        row.account = application.account().value();
        row.friendlyName = Columns.fit(application.friendlyName(), 255);
        row.rcmlUrl = application.rcmlUrl().map(URI::toString).orElse(null);
        row.kind = application.kind().wireName();
        row.callerIdLookup = application.callerIdLookup();
        row.created = Columns.micros(application.created());
        row.updated = Columns.micros(application.updated());
        return row;
    }

    VoiceApplication toValue() {
        return new VoiceApplication(
                new ApplicationSid(sid),
                new AccountSid(account),
                friendlyName,
                Optional.ofNullable(rcmlUrl).map(URI::create),
                VoiceApplication.Kind.parse(kind).orElseThrow(),
                callerIdLookup,
                created,
                updated);
    }
}
