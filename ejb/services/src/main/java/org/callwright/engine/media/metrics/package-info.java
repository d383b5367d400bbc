/** What the media server counts, for those who watch this process from outside: an MXBean. */
package org.callwright.engine.media.metrics;
