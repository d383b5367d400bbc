/** Work that is done again and again on a thread of its own, and the bell that calls for it sooner. No EE. */
package org.callwright.rounds;
