/**
 * A bridge from our media ports to an implementation of JSR 309 (Media Server Control) that the operator brings.
 * Nothing of that API is here, neither its classes nor a likeness of them: it is found at run time and called by
 * reflection, which the package below does. The classes here turn each noun of ours into its noun; docs/jsr309.md has
 * the table.
 */
package org.callwright.media.jsr309;
