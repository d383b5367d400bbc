/**
 * American English by MaryTTS, an engine in Java that runs inside this JVM, in a class loader of its own.
 *
 * <p>The engine and the old libraries that it needs are no dependency of this jar: they lie in a folder that a system
 * property names, and nothing of them is visible outside this package. No type of the engine may appear in an import
 * here; it is called by reflection.
 */
package org.callwright.media.tts.mary;
