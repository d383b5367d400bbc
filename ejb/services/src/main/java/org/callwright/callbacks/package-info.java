/**
 * Delivery of callbacks that must arrive: from the outbox, which calls fill, to the applications. No JPA; the outbox is
 * a port.
 */
package org.callwright.callbacks;
