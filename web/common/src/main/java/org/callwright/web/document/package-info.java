/**
 * Answers as trees of values in a fixed order, rendered as JSON or XML. Knows nothing of HTTP and of any dialect's
 * resources.
 */
package org.callwright.web.document;
