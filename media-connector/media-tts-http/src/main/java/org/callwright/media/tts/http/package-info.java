/**
 * Speech by a service that the operator names: a text goes there by POST, audio comes back. Shapes of requests are
 * templates, so that the services of most vendors are reached without code; docs/tts.md has examples. The way to the
 * network is the server's own ({@link org.callwright.media.spi.tts.SpeechNetwork}); there is no HTTP client here.
 */
package org.callwright.media.tts.http;
