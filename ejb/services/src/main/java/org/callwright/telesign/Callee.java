package org.callwright.telesign;

import java.time.ZoneId;
import java.util.List;

/**
 * Whom to call.
 *
 * @param number digits with the country's code
 * @param zones whose clocks the callee may live by; none when that is not known
 */
public record Callee(String number, List<ZoneId> zones) {

    public Callee {
        zones = List.copyOf(zones);
    }
}
