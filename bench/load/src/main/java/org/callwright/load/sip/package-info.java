/** A caller on one thread and one UDP socket: many calls at a planned rate, each with its outcome. */
package org.callwright.load.sip;
