/** The web archive of the test application: a SIP servlet that tells what the server gave it. */
@SipApplication(name = "probe", mainServlet = "probe", sessionTimeout = 5)
package org.callwright.sip.extension.app;

import javax.servlet.sip.annotation.SipApplication;
