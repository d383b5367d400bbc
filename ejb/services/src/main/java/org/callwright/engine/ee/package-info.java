/** The engine in the application server: wiring, threads, start, stop and health. Nothing is decided here. */
package org.callwright.engine.ee;
