package org.callwright.restcomm.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callwright.call.record.CallRecord;
import org.callwright.call.value.CallSid;
import org.callwright.records.RecordArchive;
import org.callwright.restcomm.answer.Answer;
import org.callwright.restcomm.answer.AnswerFilter;
import org.callwright.restcomm.answer.Representation;
import org.callwright.restcomm.request.Admission;
import org.callwright.restcomm.request.Gate;

/**
 * The short way to the one answer that applications ask for over and over while a call runs: the call, by its SID.
 * Matching the request to a resource and carrying the answer back through JAX-RS costs several times what there is to
 * do. Asks the same gate, reads from the same archive and writes the same document as {@link CallsResource#get}. Looks at
 * the request line as it was sent, not decoded and not normalised; whatever is not exactly such a GET, and everything
 * that does not end in that document, goes the long way, so that refusals are made in one place only.
 */
@WebFilter(urlPatterns = {"/2012-04-24/*", "/2010-04-01/*"})
public class QuickCallFilter implements Filter {

    private static final Pattern PATH = Pattern.compile("/(?:2012-04-24|2010-04-01)/Accounts/(AC[0-9a-f]{32})"
            + "/Calls(\\.json)?/((?:ID[0-9a-f]{32}-)?CA[0-9a-f]{32})(\\.json)?");

    private final Gate gate;
    private final RecordArchive archive;

    @Inject
    public QuickCallFilter(Gate gate, RecordArchive archive) {
        this.gate = gate;
        this.archive = archive;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!answered((HttpServletRequest) request, (HttpServletResponse) response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean answered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        String context = request.getContextPath();
        if (!request.getMethod().equals("GET") || !path.startsWith(context)
                || several(request, "Authorization") || several(request, "Accept")) {
            return false;
        }
        Matcher asked = PATH.matcher(path).region(context.length(), path.length());
        if (!asked.matches()) {
            return false;
        }
        Optional<CallRecord> call = call(request, asked.group(1), asked.group(3));
        if (call.isEmpty()) {
            return false;
        }
        boolean suffix = asked.group(2) != null || asked.group(4) != null;
        Representation as = suffix ? Representation.JSON : Representation.accepted(request.getHeader("Accept"));
        write(Answer.of(CallElement.of(call.get(), context)), as, response);
        return true;
    }

    /** Empty for every reason not to show the call; when that is a failure it comes again the long way, and is told. */
    private Optional<CallRecord> call(HttpServletRequest request, String account, String sid) {
        try {
            return Admission.ask(gate, request, account, "Calls").flatMap(admitted -> archive.call(new CallSid(sid))
                    .filter(found -> found.account().equals(admitted.sid())));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void write(Answer answer, Representation as, HttpServletResponse response) throws IOException {
        byte[] body = answer.render(as).getBytes(UTF_8);
        AnswerFilter.HEADERS.forEach(response::setHeader);
        response.setContentType(as.contentType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Headers that come more than once mean what JAX-RS makes of them. */
    private static boolean several(HttpServletRequest request, String header) {
        Enumeration<String> values = request.getHeaders(header);
        if (!values.hasMoreElements()) {
            return false;
        }
        values.nextElement();
        return values.hasMoreElements();
    }
}
