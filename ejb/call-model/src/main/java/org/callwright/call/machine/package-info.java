/**
 * The behaviour of a session: {@link org.callwright.call.machine.CallMachine} takes an event to the class whose concern
 * it is. Each of these works on one {@link org.callwright.call.machine.Step}, the scratch pad of one transition; none
 * keeps anything. Every way in which a call ends goes through {@link org.callwright.call.machine.Finalising}.
 */
package org.callwright.call.machine;
