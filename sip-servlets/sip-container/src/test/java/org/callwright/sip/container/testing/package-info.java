/**
 * Raw SIP peers for tests, here and in the modules that build on the container. They never use the stack under test.
 */
package org.callwright.sip.container.testing;
