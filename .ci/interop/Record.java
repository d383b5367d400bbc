import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** An application that answers every request with one long Record, and prints the path and status it was told. */
class Record {

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])), 0);
        byte[] document = "<Response><Record maxLength=\"60\" timeout=\"30\" playBeep=\"false\"/></Response>"
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            System.out.println(exchange.getRequestURI().getPath() + " "
                    + form.replaceAll(".*CallStatus=([a-z-]+).*", "$1") + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        server.start();
    }
}
