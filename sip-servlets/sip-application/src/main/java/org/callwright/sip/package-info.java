/**
 * Our SIP servlets. SIP requests and responses become call events for the engine; the engine's SIP effects become
 * requests and responses. Nothing here decides what a call does, and only the JSR 289 API is used, so that the container
 * below can be replaced.
 */
@SipApplication(name = "callwright", mainServlet = "CallServlet")
package org.callwright.sip;

import javax.servlet.sip.annotation.SipApplication;
