/** The commands of the load generator: each does one measurement and prints one JSON object. */
package org.callwright.load;
