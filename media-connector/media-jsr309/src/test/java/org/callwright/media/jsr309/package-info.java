/**
 * The bridge against a stand-in: interfaces named like those of JSR 309, as far as the bridge touches them and no
 * further, which {@link org.callwright.media.jsr309.StandIn} writes and compiles into a temporary folder for each run
 * of the tests. They are nobody's API, are packaged nowhere, and show that the bridge calls what it says it calls, not
 * that it works with an implementation of the real one: that only an operator who has one can try.
 */
package org.callwright.media.jsr309;
