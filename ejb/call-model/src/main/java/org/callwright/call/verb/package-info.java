/**
 * The verbs at work: for each a small immutable state that takes what happens to it and tells its
 * {@link org.callwright.call.verb.VerbContext} what to do. A verb knows documents and values, never signalling, rows or
 * other verbs; a new verb is a record here, a case in {@link org.callwright.call.verb.Verbs} and a tag in the codec.
 */
package org.callwright.call.verb;
