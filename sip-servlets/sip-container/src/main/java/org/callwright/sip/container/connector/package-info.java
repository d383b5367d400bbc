/** Sockets: binds a transport and address, and says under which address peers reach it. No message handling here. */
package org.callwright.sip.container.connector;
