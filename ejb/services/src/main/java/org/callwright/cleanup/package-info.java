/**
 * What removes recordings: those past the retention of their account, and those of closed accounts; and what finds files
 * and rows that have lost each other. Decides from rows, files and settings; the rows are behind a port, no JPA.
 */
package org.callwright.cleanup;
