/**
 * RTP and RTCP of one leg (RFC 3550, 3551, 4733): packet fields, the sending clock, what is known of the sender, the
 * guard against foreign sources, digits, and the ports. Everything but the port allocator belongs to the leg's tick
 * thread and allocates nothing per packet.
 */
package org.callwright.media.embedded.rtp;
