/**
 * Calls into and out of the packaged server, made by the test phone and judged by what was heard, asked and stored.
 *
 * <p>One class for each theme. A test takes a {@link org.callwright.e2e.calls.Line} (a number and the application
 * behind it), calls it, and looks at the result by {@link org.callwright.e2e.calls.Records}. The tests of a class run
 * at the same time, see {@link org.callwright.e2e.calls.Simultaneous}: they share the server and nothing else.
 */
package org.callwright.e2e.calls;
