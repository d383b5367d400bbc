/** A JAX-RS application that says hello and does nothing else; nothing may be added here. */
package org.callwright.bench.hello;
