/** Audio in which a name can still be heard when a codec has changed every sample, and who listens for it. */
package org.callwright.bench.media.named;
