/** Dial end to end: caller, packaged server and callee, judged by what each hears and what is recorded. */
package org.callwright.e2e.dial;
