/**
 * SDP as this engine needs it (RFC 4566, RFC 3264): a strict and bounded parser, and the rules of offer and answer for
 * one audio stream. Pure values and text; no sockets.
 */
package org.callwright.media.embedded.sdp;
