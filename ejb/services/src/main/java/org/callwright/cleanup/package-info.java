/**
 * What removes recordings: those past the retention of their account, and those of closed accounts; and what finds files
 * and rows that have lost each other. Decides from rows, files and settings; the rows are behind a port, no JPA. What
 * other clean-ups need too (timer, threads, keepers, log messages) is public; each of them has a package below.
 */
package org.callwright.cleanup;
