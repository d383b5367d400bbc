/**
 * The phone's signalling: RFC 3261 messages, UDP and TCP transport, transactions and dialogs.
 *
 * <p>Knows no audio and no call script.
 */
package org.callwright.phone.sip;
