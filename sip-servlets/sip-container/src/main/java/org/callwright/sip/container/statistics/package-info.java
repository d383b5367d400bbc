/** Counters of the container. Nothing here leaves the process by itself. */
package org.callwright.sip.container.statistics;
