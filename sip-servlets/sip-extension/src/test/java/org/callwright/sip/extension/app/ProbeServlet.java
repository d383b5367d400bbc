package org.callwright.sip.extension.app;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSessionsUtil;
import javax.servlet.sip.TimerService;
import org.callwright.sip.extension.ejb.CallCounter;

/** Answers calls and says in headers what the server gave it. */
@javax.servlet.sip.annotation.SipServlet(name = "probe", applicationName = "probe", loadOnStartup = 1)
public class ProbeServlet extends SipServlet {
    private static final long serialVersionUID = 1L;
    /** One instance for each time this class has been loaded: a heap histogram shows whether it is gone. */
    private static final LoadMarker MARKER = new LoadMarker();

    @Inject
    private Greeting greeting;
    @EJB
    private CallCounter counter;
    @Resource
    private SipFactory factory;
    @Resource
    private TimerService timers;
    @Resource
    private SipSessionsUtil sessions;
    private boolean constructed;

    static final class LoadMarker {
    }

    @PostConstruct
    void constructed() {
        constructed = true;
    }

    @Override
    protected void doInvite(SipServletRequest request) throws ServletException, IOException {
        SipServletResponse ok = request.createResponse(200);
        ok.setHeader("X-Marker", MARKER.getClass().getSimpleName());
        ok.setHeader("X-Inject", greeting.text());
        ok.setHeader("X-Ejb", Integer.toString(counter.count()));
        ok.setHeader("X-Ejb-Factory", Boolean.toString(counter.hasFactory()));
        ok.setHeader("X-Constructed", Boolean.toString(constructed));
        ok.setHeader("X-Resource", Boolean.toString(factory.createSipURI("a", "b") != null && timers != null
                && sessions.getApplicationSessionById(request.getApplicationSession().getId()) != null));
        ok.setHeader("X-Attribute", Boolean.toString(getServletContext().getAttribute(SIP_FACTORY) != null));
        ok.setHeader("X-Jndi", names());
        ok.setHeader("X-Listener", ProbeListener.HEARD.get());
        ok.setHeader("X-Loader", Boolean.toString(
                Thread.currentThread().getContextClassLoader() == getClass().getClassLoader()));
        ok.setHeader("X-Remote", request.getInitialRemoteAddr() + ":" + request.getInitialRemotePort());
        ok.send();
    }

    @Override
    protected void doBye(SipServletRequest request) throws IOException {
        request.createResponse(200).send();
    }

    private static String names() {
        try {
            InitialContext context = new InitialContext();
            return context.lookup("java:app/AppName") + "/" + context.lookup("java:module/ModuleName") + "/"
                    + (context.lookup("java:comp/env") != null) + "/"
                    + (context.lookup("java:app/sip/probe/TimerService") instanceof TimerService);
        } catch (NamingException e) {
            return e.toString();
        }
    }
}
