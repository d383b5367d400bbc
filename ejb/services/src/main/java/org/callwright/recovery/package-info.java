/**
 * What sets right what a crash left behind: rows of calls and recordings whose server died get their end. Decides from
 * rows, files and what the engine runs; no JPA, no SIP.
 */
package org.callwright.recovery;
