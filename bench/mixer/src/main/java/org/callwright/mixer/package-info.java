/** Load for the mixer: the engine in one process, its peers in another, marked audio between them. */
package org.callwright.mixer;
