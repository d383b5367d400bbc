/**
 * Calls of the packaged server to the numbers of the test trunk: each dialect tells what {@code docs/test-numbers.md}
 * says.
 */
package org.callwright.e2e.trunk;
