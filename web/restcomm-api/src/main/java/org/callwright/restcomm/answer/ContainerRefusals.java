package org.callwright.restcomm.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Gives refusals of the servlet container, which come before any resource, the body that all refusals have. The
 * container sends requests here with the status it wants; nobody else finds anything here.
 */
public class ContainerRefusals extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ApiError error = status instanceof Integer given ? FailureMapper.error(given) : ApiError.NOT_FOUND;
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Representation representation = String.valueOf(path).contains(".json")
                ? Representation.JSON
                : Representation.accepted(request.getHeader("Accept"));
        response.setStatus(error.status());
        response.setContentType(representation.contentType());
        response.getOutputStream().write(Answer.error(error.code(), FailureMapper.text(error))
                .render(representation).getBytes(UTF_8));
    }
}
