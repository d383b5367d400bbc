/**
 * MGCP transactions over UDP (RFC 3435, 3.5): retransmission, at-most-once execution, provisional responses and
 * acknowledgements, both as sender and as receiver of commands. Knows no endpoint and no package of events.
 */
package org.callwright.media.mgcp.transaction;
