package org.callwright.tms.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ErrorPage;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.callwright.accounts.AccessLimits;
import org.callwright.call.value.AccountSid;
import org.callwright.settings.AccessSettings;
import org.callwright.settings.TmsApiSettings;
import org.callwright.tms.MemoryTmsAccounts;
import org.callwright.tms.MemoryTmsMessages;
import org.callwright.tms.MemoryTmsWebhooks;
import org.callwright.tms.TmsAccounts.TmsAccount;
import org.callwright.tms.web.answer.ContainerRefusals;
import org.callwright.tms.web.answer.FailureMapper;
import org.callwright.tms.web.request.BodyCapFilter;
import org.callwright.tms.web.request.SourceFilter;
import org.callwright.tms.web.request.SuffixFilter;
import org.callwright.tms.web.request.TokenFilter;
import org.callwright.tms.web.resource.MessagesResource;
import org.callwright.tms.web.resource.RecipientsResource;
import org.callwright.tms.web.resource.RootResource;
import org.callwright.tms.web.resource.WebhooksResource;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** The application over real HTTP, mapped as {@code web.xml} says, with everything behind it in memory. */
public final class World implements AutoCloseable {

    public static final AccountSid ACME = new AccountSid("AC00000000000000000000000000000001");
    public static final AccountSid GLOBEX = new AccountSid("AC00000000000000000000000000000002");
    public static final String TOKEN = "token-of-acme";
    public static final String OTHER_TOKEN = "token-of-globex";
    public static final String JSON = "application/json";
    public static final String FORM = "application/x-www-form-urlencoded";
    public static final String GOOD = "{\"say_text\":\"Hello\",\"recipients\":[{\"phone\":\"(651) 555-1001\"}]}";

    public final MemoryTmsMessages messages =
            new MemoryTmsMessages(Clock.fixed(Instant.parse("2014-10-07T17:27:12.345Z"), ZoneOffset.UTC));
    public final MemoryTmsAccounts accounts = new MemoryTmsAccounts();
    public final MemoryTmsWebhooks webhooks = new MemoryTmsWebhooks();
    private final Set<Object> parts;
    private final Undertow server;

    public World(String... environment) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < environment.length; i += 2) {
            all.put(environment[i], environment[i + 1]);
        }
        accounts.add(TOKEN, new TmsAccount(ACME, List.of("+15551234567", "+15557654321")));
        accounts.add(OTHER_TOKEN, new TmsAccount(GLOBEX, List.of()));
        AccessLimits limits = new AccessLimits(AccessSettings.fromEnvironment(all));
        parts = Set.of(
                new SuffixFilter(),
                new BodyCapFilter(TmsApiSettings.fromEnvironment(all)),
                new TokenFilter(accounts, limits),
                new FailureMapper(),
                new RootResource(),
                new MessagesResource(messages),
                new RecipientsResource(messages),
                new WebhooksResource(webhooks));
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setIoThreads(1)
                .setWorkerThreads(4)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, 104_857_600L)
                .setHandler(Handlers.path().addPrefixPath("/", deployed(limits)))
                .build();
        server.start();
    }

    private HttpHandler deployed(AccessLimits limits) {
        ResteasyDeployment api = new ResteasyDeploymentImpl();
        api.setApplication(new TestApplication(parts));
        DeploymentInfo info = Servlets.deployment()
                .setClassLoader(World.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("tms")
                .addServletContextAttribute(ResteasyDeployment.class.getName(), api)
                .addFilter(Servlets.filter("source", SourceFilter.class,
                        new ImmediateInstanceFactory<>(new SourceFilter(limits))))
                .addFilterUrlMapping("source", "/*", DispatcherType.REQUEST)
                .addServlet(Servlets.servlet("api", HttpServlet30Dispatcher.class)
                        .setLoadOnStartup(1)
                        .addMapping("/*"))
                .addServlet(Servlets.servlet("refusals", ContainerRefusals.class).addMapping("/refused"))
                .addErrorPage(new ErrorPage("/refused"));
        DeploymentManager manager = Servlets.newContainer().addDeployment(info);
        manager.deploy();
        try {
            return manager.start();
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The real application's classes, made by hand. */
    static final class TestApplication extends Application {

        private final Set<Object> parts;

        TestApplication(Set<Object> parts) {
            this.parts = parts;
        }

        @Override
        public Set<Object> getSingletons() {
            return parts;
        }
    }

    Set<Object> parts() {
        return parts;
    }

    public int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    public Reply get(String path) {
        return send("GET", path, new byte[0], token(TOKEN));
    }

    public Reply post(String path, String type, String body) {
        return send("POST", path, body.getBytes(UTF_8), token(TOKEN), "Content-Type: " + type);
    }

    /** Makes a message of that JSON and gives its id. */
    public long create(String json) {
        Reply reply = post("/messages/voice", JSON, json);
        if (reply.status() != 201) {
            throw new AssertionError(reply.status() + " " + reply.body());
        }
        return reply.object().getJsonNumber("id").longValue();
    }

    public static String token(String token) {
        return "X-AUTH-TOKEN: " + token;
    }

    /** By the wire, so that a test may send what no client library would. */
    public Reply send(String method, String path, byte[] body, String... headers) {
        Stream<String> length = body.length > 0 ? Stream.of("Content-Length: " + body.length) : Stream.empty();
        return exchange(method, path, body, Stream.concat(Arrays.stream(headers), length).toArray(String[]::new));
    }

    /** As {@link #send}, with these headers and no other. What could not be written any more was not wanted. */
    public Reply exchange(String method, String path, byte[] body, String... headers) {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(30_000);
            String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + String.join("\r\n", headers) + (headers.length > 0 ? "\r\n" : "") + "\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            try {
                socket.getOutputStream().write(body);
            } catch (IOException refused) {
                // the answer says why
            }
            return Reply.of(new String(socket.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
