/** What every request meets before its resource: limits, the token, the size of its body. */
package org.callwright.tms.web.request;
