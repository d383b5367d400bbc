package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.callwright.accounts.OrganizationSid;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.directory.IncomingNumber;

/** Row of an incoming phone number. */
@Entity(name = "IncomingNumberRow")
@Table(name = "incoming_phone_number")
class IncomingNumberEntity {

    @Id
    String sid;
    @Column(name = "account_sid")
    String account;
    @Column(name = "organization_sid")
    String organization;
    @Column(name = "phone_number")
    String number;
    @Column(name = "friendly_name")
    String friendlyName;
    boolean sip;
    boolean pattern;
    @Column(name = "voice_url")
    String voiceUrl;
    @Column(name = "voice_method")
    String voiceMethod;
    @Column(name = "fallback_url")
    String fallbackUrl;
    @Column(name = "fallback_method")
    String fallbackMethod;
    @Column(name = "status_callback")
    String statusCallback;
    @Column(name = "status_callback_method")
    String statusCallbackMethod;
    Instant created;
    Instant updated;

    static IncomingNumberEntity of(IncomingNumber number) {
        IncomingNumberEntity row = new IncomingNumberEntity();
        row.sid = number.sid().value();
        row.account = number.account().value();
        row.organization = number.organization().value();
        row.number = number.number();
        row.friendlyName = Columns.fit(number.friendlyName(), 255);
        row.sip = number.sip();
        row.pattern = number.pattern();
        row.voiceUrl = Columns.url(number.voice());
        row.voiceMethod = Columns.method(number.voice());
        row.fallbackUrl = Columns.url(number.fallback());
        row.fallbackMethod = Columns.method(number.fallback());
        row.statusCallback = Columns.url(number.statusCallback());
        row.statusCallbackMethod = Columns.method(number.statusCallback());
        row.created = Columns.micros(number.created());
        row.updated = Columns.micros(number.updated());
        return row;
    }

    IncomingNumber toValue() {
        return new IncomingNumber(
                new PhoneNumberSid(sid),
                new AccountSid(account),
                new OrganizationSid(organization),
                number,
                friendlyName,
                sip,
                Columns.target(voiceUrl, voiceMethod),
                Columns.target(fallbackUrl, fallbackMethod),
                Columns.target(statusCallback, statusCallbackMethod),
                created,
                updated);
    }
}
