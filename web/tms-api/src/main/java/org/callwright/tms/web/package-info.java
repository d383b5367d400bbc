/**
 * The TMS dialect's room: messages to many recipients and webhooks, at the root of the host because its clients know
 * no other place. Each package has one concern: {@code request} lets in, {@code body} reads what is sent as it comes,
 * {@code resource} has what is asked for, {@code list} its pages, {@code answer} every answer and refusal. What is done
 * with a message is done by {@code org.callwright.tms}.
 */
package org.callwright.tms.web;
