/** What can be asked for: the root, messages, their recipients, webhooks; what is sent for them, and how they look. */
package org.callwright.tms.web.resource;
