/** The audio of recordings, the one thing that needs no credentials. */
package org.callwright.restcomm.audio;
