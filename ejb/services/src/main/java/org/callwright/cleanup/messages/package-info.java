/**
 * What removes messages of the TMS dialect that are past the retention of their account, with their recipients and what
 * is left of their callbacks. Decides from rows and settings; the rows are behind a port, no JPA.
 */
package org.callwright.cleanup.messages;
