/** What is told about a run: histograms, CPU and machine, JSON. Nothing here knows what was measured. */
package org.callwright.load.report;
