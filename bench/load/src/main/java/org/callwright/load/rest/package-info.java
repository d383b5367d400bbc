/** The REST side of a measurement: reads at speed, pages, and the count of call records. */
package org.callwright.load.rest;
