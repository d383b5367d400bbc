package org.callwright.persistence;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.callwright.accounts.OrganizationSid;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.directory.ApplicationSid;
import org.callwright.directory.Handler;
import org.callwright.directory.IncomingNumber;
import org.callwright.directory.NumberOptions;

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
    @Column(name = "voice_application_sid")
    String application;
    @Column(name = "voice_caller_id_lookup")
    boolean callerIdLookup;
    @Embedded
    @AttributeOverride(name = "url", column = @Column(name = "sms_url"))
    @AttributeOverride(name = "method", column = @Column(name = "sms_method"))
    @AttributeOverride(name = "fallbackUrl", column = @Column(name = "sms_fallback_url"))
    @AttributeOverride(name = "fallbackMethod", column = @Column(name = "sms_fallback_method"))
    @AttributeOverride(name = "application", column = @Column(name = "sms_application_sid"))
    HandlerColumns sms;
    @Embedded
    @AttributeOverride(name = "url", column = @Column(name = "ussd_url"))
    @AttributeOverride(name = "method", column = @Column(name = "ussd_method"))
    @AttributeOverride(name = "fallbackUrl", column = @Column(name = "ussd_fallback_url"))
    @AttributeOverride(name = "fallbackMethod", column = @Column(name = "ussd_fallback_method"))
    @AttributeOverride(name = "application", column = @Column(name = "ussd_application_sid"))
    HandlerColumns ussd;
    @Column(name = "refer_url")
    String referUrl;
    @Column(name = "refer_method")
    String referMethod;
    @Column(name = "refer_application_sid")
    String referApplication;
    @Column(name = "voice_capable")
    boolean voiceCapable;
    @Column(name = "sms_capable")
    boolean smsCapable;
    @Column(name = "mms_capable")
    boolean mmsCapable;
    @Column(name = "fax_capable")
    boolean faxCapable;
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
        row.application = number.application().map(ApplicationSid::value).orElse(null);
        row.options(number.options());
        row.created = Columns.micros(number.created());
        row.updated = Columns.micros(number.updated());
        return row;
    }

    private void options(NumberOptions options) {
        callerIdLookup = options.callerIdLookup();
        sms = HandlerColumns.of(options.sms());
        ussd = HandlerColumns.of(options.ussd());
        referUrl = Columns.url(options.refer().url());
        referMethod = Columns.method(options.refer().url());
        referApplication = options.refer().application().map(ApplicationSid::value).orElse(null);
        voiceCapable = options.capabilities().voice();
        smsCapable = options.capabilities().sms();
        mmsCapable = options.capabilities().mms();
        faxCapable = options.capabilities().fax();
    }

    private NumberOptions options() {
        Handler refer = new Handler(Columns.target(referUrl, referMethod), Optional.empty(),
                Optional.ofNullable(referApplication).map(ApplicationSid::new));
        return new NumberOptions(HandlerColumns.value(sms), HandlerColumns.value(ussd), refer, callerIdLookup,
                new NumberOptions.Capabilities(voiceCapable, smsCapable, mmsCapable, faxCapable));
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
                Optional.ofNullable(application).map(ApplicationSid::new),
                options(),
                created,
                updated);
    }
}
