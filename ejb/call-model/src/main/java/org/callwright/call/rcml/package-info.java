/**
 * RCML as data: the hardened reader, the parser and the verbs with their defaults. What a verb does when it runs lives
 * in {@code org.callwright.call.verb}; nothing here knows of calls. Every XML text of the product is read by
 * {@link org.callwright.call.rcml.HardenedXml}.
 */
package org.callwright.call.rcml;
