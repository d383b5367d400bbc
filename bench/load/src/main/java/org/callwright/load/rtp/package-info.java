/** RTP of a call: marked audio out by the clock, arrivals in judged one by one. Nothing here knows SIP. */
package org.callwright.load.rtp;
