/**
 * Input that wants to do harm, against the packaged server: documents, media, keys, SIP and HTTP requests. Each test
 * asks for the outcome that is promised for its kind of input, and that others notice nothing of it.
 */
package org.callwright.e2e.hostile;
