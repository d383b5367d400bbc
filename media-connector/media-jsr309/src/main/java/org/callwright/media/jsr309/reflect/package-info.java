/**
 * Finds an implementation of JSR 309 and calls it: all reflection of the bridge. Types are named below
 * {@code javax.media.mscontrol}, such as {@code networkconnection.SdpPortManager}.
 */
package org.callwright.media.jsr309.reflect;
