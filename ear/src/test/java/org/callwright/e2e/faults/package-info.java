/** What happens to the packaged server besides calls: here, that two want the same at the same moment. */
package org.callwright.e2e.faults;
