package org.callwright.tms.web.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.callwright.web.document.JsonText;

/**
 * Gives refusals of the servlet container, which come before any resource, the body that all refusals have. The
 * container sends requests here with the status it wants; nobody else finds anything here.
 */
public class ContainerRefusals extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object wanted = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        write(response, wanted instanceof Integer status ? status : HttpServletResponse.SC_NOT_FOUND);
    }

    /** Too many requests: refused before anything of them was read. */
    public static void tooMany(HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader("Retry-After", Long.toString(RefusalException.seconds(wait)));
        write(response, 429);
    }

    private static void write(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType(Answers.JSON);
        Answers.HEADERS.forEach(response::setHeader);
        response.getOutputStream().write(
                JsonText.of(Answers.error(FailureMapper.text(status))).getBytes(UTF_8));
    }
}
