/**
 * The ports of the media server connector, in the nouns of JSR 309 (Media Server Control): a driver starts a media
 * server, the server makes media sessions, a session owns network connections and media groups, and the two are joined.
 *
 * <p>Only interfaces, values and failures live here; no audio is touched and nothing depends on EE, SIP or a driver.
 * Every asynchronous result is delivered on a thread of the driver, which the receiver must not block.
 */
package org.callwright.media.spi;
