/**
 * The TeleSign dialect's room: {@code POST /v1/voice} and {@code GET /v1/voice/{reference_id}}. Two servlets and what
 * they read with; no JAX-RS, because the body must be read as it was sent before anybody decodes it, because clients
 * send an empty Content-Type that JAX-RS refuses, and because every answer is JSON, the container's refusals included.
 * What is done with a request is done by {@code org.callwright.telesign}.
 */
package org.callwright.telesign.web;
