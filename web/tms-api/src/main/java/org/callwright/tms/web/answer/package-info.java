/** Answers and refusals: always JSON, the container's own too. */
package org.callwright.tms.web.answer;
