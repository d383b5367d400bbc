/**
 * Between packets that come when they can and audio that goes on by the clock: samples that wait ahead of a hole, audio
 * that is made up for what is lost, and the playout buffer that gives 20 ms whenever they are due. No sockets and no
 * threads live here.
 */
package org.callwright.media.embedded.jitter;
