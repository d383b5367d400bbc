/** Whom a dialled number belongs to: numbers, clients and the rules by which they are found. No JPA, no SIP messages. */
package org.callwright.directory;
