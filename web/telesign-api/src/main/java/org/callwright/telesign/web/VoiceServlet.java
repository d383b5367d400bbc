package org.callwright.telesign.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.callwright.settings.TelesignSettings;
import org.callwright.telesign.Access;
import org.callwright.telesign.Customer;
import org.callwright.telesign.SignedRequest;
import org.callwright.telesign.TelesignError;
import org.callwright.telesign.TelesignException;
import org.callwright.telesign.VoiceService;
import org.callwright.telesign.VoiceTransaction;

/**
 * All that is below {@code /v1}. A request is first looked at for what it asks for, then let in or not, then read;
 * calls are placed without waiting for them.
 */
public class VoiceServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String VOICE = "/voice";
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Fa-f]{32}");

    private final transient Access access;
    private final transient VoiceService voice;
    private final transient TelesignSettings settings;

    @Inject
    public VoiceServlet(Access access, VoiceService voice, TelesignSettings settings) {
        this.access = access;
        this.voice = voice;
        this.settings = settings;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(request, response);
        } catch (TelesignException refusal) {
            Answer.write(response, refusal);
        } catch (RuntimeException e) {
            TelesignWebLog.LOG.requestFailed(e);
            Answer.write(response, new TelesignException(TelesignError.NOT_ATTEMPTED));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (path.equals(VOICE)) {
            allow("POST", request, response);
            SignedRequest sent = RequestReader.read(request);
            place(access.enter(sent), sent, response);
        } else if (path.startsWith(VOICE + "/") && path.indexOf('/', VOICE.length() + 1) < 0) {
            allow("GET", request, response);
            Customer customer = access.enter(RequestReader.read(request));
            status(customer, path.substring(VOICE.length() + 1), response);
        } else {
            throw new TelesignException(TelesignError.NO_SUCH_RESOURCE);
        }
    }

    private static void allow(String method, HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals(method)) {
            response.setHeader("Allow", method);
            throw new TelesignException(TelesignError.METHOD_NOT_ALLOWED);
        }
    }

    private void place(Customer customer, SignedRequest sent, HttpServletResponse response) throws IOException {
        VoiceTransaction transaction = voice.place(customer, VoiceForm.read(sent, settings.callbacks().httpsOnly()));
        int status = transaction.status().last() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_CREATED;
        Answer.write(response, status, transaction);
    }

    private void status(Customer customer, String reference, HttpServletResponse response) throws IOException {
        if (!REFERENCE.matcher(reference).matches()) {
            throw new TelesignException(TelesignError.REFERENCE_ID);
        }
        Answer.write(response, HttpServletResponse.SC_OK,
                voice.status(customer, reference.toUpperCase(Locale.ROOT)));
    }
}
