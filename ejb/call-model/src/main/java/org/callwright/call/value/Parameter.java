package org.callwright.call.value;

/** A form parameter of a request to an application, or a SIP header. */
public record Parameter(String name, String value) {
}
