/**
 * From a deployed archive to a SIP application in the container: reading the declaration, injection, naming, start and
 * stop. The management model is not touched.
 */
package org.callwright.sip.extension.deployment;
