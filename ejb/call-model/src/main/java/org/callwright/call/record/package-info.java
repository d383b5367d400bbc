/** What the machine wants written down: rows as values, whoever stores them. */
package org.callwright.call.record;
