/** MP3 files, decoded by the library JLayer: a plug-in, without which such files are refused as of no known kind. */
package org.callwright.media.mp3;
