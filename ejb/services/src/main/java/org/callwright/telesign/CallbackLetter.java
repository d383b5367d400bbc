package org.callwright.telesign;

import java.util.List;
import org.callwright.call.value.Parameter;

/**
 * A callback as it is sent. The signature is of the body alone, by the customer's key as it is at that time, and stands
 * in both headers.
 */
record CallbackLetter(byte[] body, List<Parameter> headers) {

    static CallbackLetter of(VoiceTransaction transaction, Customer customer, boolean bare) {
        byte[] body = TransactionText.callback(transaction);
        String signature = Signature.HMAC_SHA256.of(customer.key(), body);
        String whole = "TSA " + customer.id() + ":" + signature;
        return new CallbackLetter(body, List.of(
                new Parameter("Authorization", whole),
                new Parameter("X-TS-Authorization", bare ? signature : whole)));
    }
}
