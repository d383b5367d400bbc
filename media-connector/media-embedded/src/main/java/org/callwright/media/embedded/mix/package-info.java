/**
 * The arithmetic of a conference: one sum per 20 ms, from which each member's own part is taken away, and soft
 * beginnings and ends. Knows nothing of legs, sockets and threads; all of a mix belongs to one tick thread.
 */
package org.callwright.media.embedded.mix;
