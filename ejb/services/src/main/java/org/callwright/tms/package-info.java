/**
 * The GovDelivery TMS voice dialect's services: messages to many recipients, built and dialled in the background, and
 * webhooks that are told of recipients' states. Source of the rules: the project's specification of /messages/voice.
 */
package org.callwright.tms;
