/**
 * Reads bodies as they come, field by field, so that it takes no memory how many recipients there are. Knows what can
 * be sent and how, not what it means.
 */
package org.callwright.tms.web.body;
