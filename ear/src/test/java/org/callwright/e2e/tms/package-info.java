/** The TMS dialect against the packaged server, with the test trunk behind it. */
package org.callwright.e2e.tms;
