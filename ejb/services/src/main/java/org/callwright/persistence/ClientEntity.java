package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.callwright.accounts.OrganizationSid;
import org.callwright.call.value.AccountSid;
import org.callwright.directory.ApplicationSid;
import org.callwright.directory.SipClient;

/** Row of a SIP client. */
@Entity(name = "ClientRow")
@Table(name = "client")
class ClientEntity {

    @Id
    String sid;
    @Column(name = "account_sid")
    String account;
    @Column(name = "organization_sid")
    String organization;
    String login;
    @Column(name = "friendly_name")
    String friendlyName;
    @Column(name = "ha1_md5")
    String ha1Md5;
    @Column(name = "ha1_sha256")
    String ha1Sha256;
    boolean enabled;
    @Column(name = "voice_url")
    String voiceUrl;
    @Column(name = "voice_method")
    String voiceMethod;
    @Column(name = "fallback_url")
    String fallbackUrl;
    @Column(name = "fallback_method")
    String fallbackMethod;
    @Column(name = "application_sid")
    String application;
    Instant created;
    Instant updated;

    static ClientEntity of(SipClient client) {
        ClientEntity row = new ClientEntity();
        row.sid = client.sid();
        row.account = client.account().value();
        row.organization = client.organization().value();
        row.login = client.login();
        row.friendlyName = Columns.fit(client.friendlyName(), 255);
        row.ha1Md5 = client.ha1Md5();
        row.ha1Sha256 = client.ha1Sha256();
        row.enabled = client.enabled();
        row.voiceUrl = Columns.url(client.voice());
        row.voiceMethod = Columns.method(client.voice());
        row.fallbackUrl = Columns.url(client.fallback());
        row.fallbackMethod = Columns.method(client.fallback());
        row.application = client.application().map(ApplicationSid::value).orElse(null);
        row.created = Columns.micros(client.created());
        row.updated = Columns.micros(client.updated());
        return row;
    }

    SipClient toValue() {
        return new SipClient(
                sid,
                new AccountSid(account),
                new OrganizationSid(organization),
                login,
                friendlyName,
                ha1Md5,
                ha1Sha256,
                enabled,
                Columns.target(voiceUrl, voiceMethod),
                Columns.target(fallbackUrl, fallbackMethod),
                Optional.ofNullable(application).map(ApplicationSid::new),
                created,
                updated);
    }
}
