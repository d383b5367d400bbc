/**
 * The one HTTP client of the house. Whoever asks a URL that somebody else wrote does it here: protocol, port and
 * address are checked (the address after DNS, and connected to as checked), also at each redirect; body, headers and
 * time are capped; each destination has a budget. No other package may use an HTTP client; a test keeps that.
 */
package org.callwright.http;
