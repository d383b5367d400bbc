/** SIP requests and responses completed with the servlet methods that came after the core was written. */
package org.callwright.sip.container.message;
