package org.callwright.telesign.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.callwright.telesign.TelesignError;
import org.callwright.telesign.TelesignException;

/** Puts refusals that the container makes by itself into the dialect's words. To everybody else it is not there. */
public class RefusalServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Map<Integer, TelesignError> ERRORS = Map.of(
            404, TelesignError.NO_SUCH_RESOURCE,
            405, TelesignError.METHOD_NOT_ALLOWED,
            413, TelesignError.BODY_TOO_LARGE,
            503, TelesignError.UNAVAILABLE);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        TelesignError error = status instanceof Integer given ? of(given) : TelesignError.NO_SUCH_RESOURCE;
        Answer.write(response, new TelesignException(error));
    }

    private static TelesignError of(int status) {
        return ERRORS.getOrDefault(status, status < 500 ? TelesignError.BAD_REQUEST : TelesignError.NOT_ATTEMPTED);
    }
}
