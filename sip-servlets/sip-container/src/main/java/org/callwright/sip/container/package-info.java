/**
 * The SIP container: its life-cycle, its configuration and its operator messages. Everything a server integration or a
 * test needs starts at {@link org.callwright.sip.container.SipContainer}. No WildFly class may be used in this module.
 */
package org.callwright.sip.container;
