/**
 * Whom a dialled number belongs to: numbers, clients, applications and the rules by which they are
 * found. No JPA, no SIP messages.
 */
package org.callwright.directory;
