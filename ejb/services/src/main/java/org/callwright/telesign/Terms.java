package org.callwright.telesign;

import java.util.List;

/**
 * What a customer's contract says beyond the product itself.
 *
 * @param menus whether the callee may be asked for digits: prompt, repetition and selection
 * @param trial whether only verified numbers may be called
 * @param verifiedNumbers digits with the country's code; matter in a trial
 * @param prepaidCalls calls that are paid for, counted from the first one ever; 0: not prepaid
 * @param apiHosts names of which one must be in the Host header; none: any
 * @param callbackHosts hosts of which one must be in the callback URL of a request; none: any
 */
public record Terms(
        boolean menus,
        boolean trial,
        List<String> verifiedNumbers,
        int prepaidCalls,
        List<String> apiHosts,
        List<String> callbackHosts) {

    public static final Terms USUAL = new Terms(true, false, List.of(), 0, List.of(), List.of());

    public Terms {
        verifiedNumbers = List.copyOf(verifiedNumbers);
        apiHosts = List.copyOf(apiHosts);
        callbackHosts = List.copyOf(callbackHosts);
    }

    /** Whether the list names the host, or none at all; case does not matter. */
    static boolean allows(List<String> hosts, String host) {
        return hosts.isEmpty() || hosts.stream().anyMatch(host::equalsIgnoreCase);
    }
}
