/**
 * The default media driver: an RTP engine inside this JVM. This package holds the objects of the media SPI and the
 * threads that drive them; the work itself is in the packages below. No SIP and no EE may live here.
 */
package org.callwright.media.embedded;
