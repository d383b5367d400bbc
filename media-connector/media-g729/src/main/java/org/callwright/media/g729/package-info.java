/**
 * G.729 at 8 kbit/s, an optional plug-in around a library that others wrote. It knows no Annex B: our descriptions say
 * {@code annexb=no}, and comfort noise that comes all the same is silence.
 */
package org.callwright.media.g729;
