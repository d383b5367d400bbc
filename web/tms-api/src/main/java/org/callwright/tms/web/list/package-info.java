/** Pages of lists, and the header that links them. */
package org.callwright.tms.web.list;
