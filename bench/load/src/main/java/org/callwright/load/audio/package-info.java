/**
 * Marked audio: frames that name themselves, and the judges that read them back from streams and from recordings.
 * Nothing here knows SIP, sockets or the server.
 */
package org.callwright.load.audio;
