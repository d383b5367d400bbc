/**
 * GSM full rate speech, written after GSM 06.10 (ETSI EN 300 961): 160 samples become 33 bytes. The classes follow the
 * stages of the standard and use its fixed-point operations, so that encoder and decoder give the very bits that it
 * asks for. Nothing here allocates after construction.
 */
package org.callwright.media.codecs.gsm;
