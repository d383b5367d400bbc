/** The engine in a process of its own, so that its CPU and its memory can be told from its peers'. */
package org.callwright.bench.media.engine;
