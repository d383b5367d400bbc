/** Answers and refusals in the negotiated representation. */
package org.callwright.restcomm.answer;
