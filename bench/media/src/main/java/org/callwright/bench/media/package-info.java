/**
 * Load for the media engine alone, without SIP: the engine in one process, its peers in another. Each measure puts a
 * load on it, for a while, and says what it cost and what was heard.
 */
package org.callwright.bench.media;
