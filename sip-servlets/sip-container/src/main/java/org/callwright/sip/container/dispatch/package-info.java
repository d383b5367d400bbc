/**
 * What happens between the stack and a servlet: order within a call, admission (drain, overload, no application), the
 * container's own answers, and the choice of the application.
 */
package org.callwright.sip.container.dispatch;
