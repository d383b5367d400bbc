/**
 * What a session is made of: the leg with its call record, the running timers and operations, and where the program
 * stands. Only values; what they do lives in {@code org.callwright.call.machine}. Everything here is stored by
 * {@code org.callwright.call.codec}, so a change of shape needs a new format version there.
 */
package org.callwright.call.state;
