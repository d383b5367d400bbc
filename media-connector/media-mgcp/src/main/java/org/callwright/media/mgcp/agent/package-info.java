/**
 * The call agent: the pool of media servers, how they are, where a new endpoint goes, and which of our objects a
 * notification is for. It knows nothing of audio and of the media SPI's objects. Everything here belongs to the loop of
 * the agent's UDP socket, but where it says otherwise.
 */
package org.callwright.media.mgcp.agent;
