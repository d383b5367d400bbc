/**
 * From received packets to a growing file: the timeline that puts audio in order and fills what is missing, the rules
 * by which a recording ends, and the threads that write files. Tick threads never touch a file here.
 */
package org.callwright.media.embedded.record;
