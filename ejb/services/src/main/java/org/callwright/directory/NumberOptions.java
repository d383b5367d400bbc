package org.callwright.directory;

/**
 * What a number has besides its voice URLs. Kept and shown as the account set it; messages, USSD and transfers ask
 * these handlers once the server carries such.
 */
public record NumberOptions(
        Handler sms, Handler ussd, Handler refer, boolean callerIdLookup, Capabilities capabilities) {

    /** What the number is said to be good for. */
    public record Capabilities(boolean voice, boolean sms, boolean mms, boolean fax) {
    }

    public static final NumberOptions DEFAULT = new NumberOptions(
            Handler.NONE, Handler.NONE, Handler.NONE, false, new Capabilities(true, false, false, false));

    boolean names(ApplicationSid sid) {
        return Handler.anyNames(sid, sms, ussd, refer);
    }

    NumberOptions without(ApplicationSid sid) {
        return new NumberOptions(
                sms.without(sid), ussd.without(sid), refer.without(sid), callerIdLookup, capabilities);
    }
}
