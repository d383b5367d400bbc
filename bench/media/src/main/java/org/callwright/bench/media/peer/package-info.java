/** The phones at the other end: sockets, what they say and what they do with what they hear. Knows no engine. */
package org.callwright.bench.media.peer;
