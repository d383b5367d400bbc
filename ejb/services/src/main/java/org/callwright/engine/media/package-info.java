/** The engine's media port on top of the media SPI: one media session per leg, whatever driver makes it. */
package org.callwright.engine.media;
