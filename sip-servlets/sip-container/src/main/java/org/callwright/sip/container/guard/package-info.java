/**
 * What is kept from the stack: requests above the rate of their source, messages that are too large or unreadable, and
 * the stack's own wording in answers. Runs on the stack's reader threads before any transaction is made, so nothing
 * here may wait.
 */
package org.callwright.sip.container.guard;
