/**
 * A deployed SIP application as the core sees it: its servlets, listeners, sessions and the surroundings its code runs
 * in.
 * The surroundings themselves (class loader, injection, naming) come from the embedder through
 * {@link org.callwright.sip.container.application.ApplicationHost}.
 */
package org.callwright.sip.container.application;
