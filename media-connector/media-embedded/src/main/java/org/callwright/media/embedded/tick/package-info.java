/** The engine's clock: threads that give every session its turn each 20 ms. Knows nothing of audio. */
package org.callwright.media.embedded.tick;
