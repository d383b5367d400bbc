package org.callwright.restcomm.description;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.web.document.JsonText;

/** Serves the description to everybody: the page at {@code /docs}, the document at {@code /docs/openapi.json}. */
@WebServlet(urlPatterns = {"/docs", "/docs/*"})
public class DescriptionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String DOCUMENT = "/openapi.json";

    private final transient List<Operation> operations = Operation.of(new RestcommApplication().getClasses());

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String base = request.getContextPath() + "/" + RestcommApplication.VERSION;
        String below = request.getPathInfo() == null ? "/" : request.getPathInfo();
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (below.equals(DOCUMENT)) {
            write(response, "application/json", JsonText.of(new OpenApi(operations, base).document()));
        } else if (below.equals("/")) {
            response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            write(response, "text/html;charset=UTF-8",
                    DescriptionPage.html(operations, base, request.getContextPath() + "/docs" + DOCUMENT));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(text.getBytes(UTF_8));
    }
}
