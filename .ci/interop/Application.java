import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/**
 * An application whose pages are the files of a folder: {@code /voice} is the file {@code voice}. Prints what it was
 * told, one line for each request: path, call, status, the key that tells repeated callbacks, and who answered.
 */
class Application {

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])), 0);
        Path folder = Path.of(args[1]);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            System.out.println(path + " " + parameter(form, "CallSid") + " " + parameter(form, "CallStatus") + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + parameter(form, "AnsweredBy"));
            Path page = folder.resolve(path.substring(1)).normalize();
            boolean known = page.startsWith(folder) && Files.isRegularFile(page);
            byte[] body = known ? Files.readAllBytes(page) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", path.endsWith(".wav") ? "audio/wav" : "text/xml");
            exchange.sendResponseHeaders(known ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.start();
    }

    private static String parameter(String form, String name) {
        for (String pair : form.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "-";
    }
}
