/** The entry point of the subsystem and its operator messages. */
package org.callwright.sip.extension;
