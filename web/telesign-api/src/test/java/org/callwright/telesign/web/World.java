package org.callwright.telesign.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ErrorPage;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callwright.accounts.AccessLimits;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Accounts;
import org.callwright.accounts.MemoryAccounts;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.TokenHash;
import org.callwright.engine.FakeEngine;
import org.callwright.settings.AccessSettings;
import org.callwright.settings.Settings;
import org.callwright.settings.TelesignSettings;
import org.callwright.telesign.Access;
import org.callwright.telesign.CallRules;
import org.callwright.telesign.Customer;
import org.callwright.telesign.Settlement;
import org.callwright.telesign.VoiceService;

/** The servlets over real HTTP, mapped as {@code web.xml} says, with everything behind them in memory. */
final class World implements AutoCloseable {

    static final String KEY = "EXAMPLETE8sTgg45yusumoN6BYsBVkh+yRJ5czgsnCehZaOYldPJdmFh6NeX8kunZ2zU1YWaUw/0wV6xfw==";
    static final String ID = "FFFFFFFF-EEEE-DDDD-1234-AB1234567890";
    static final String GOOD = "phone_number=16515551000&message=Hello+world&message_type=ARN";

    final MemoryCustomers customers = new MemoryCustomers();
    final MemoryTransactions transactions = new MemoryTransactions();
    final FakeEngine engine = new FakeEngine();
    private final Undertow server;

    /** An answer as it came. */
    record Reply(int status, String head, String body) {

        JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }

        /** The code, which must be a number. */
        int code() {
            return json().getJsonObject("status").getJsonNumber("code").intValueExact();
        }

        String description() {
            return json().getJsonObject("status").getString("description");
        }

        Optional<String> header(String name) {
            Matcher line = Pattern.compile("(?mi)^" + name + ": *(.*?)\r?$").matcher(head);
            return line.find() ? Optional.of(line.group(1)) : Optional.empty();
        }
    }

    World(String... environment) {
        Map<String, String> all = new HashMap<>(Map.of("CALLWRIGHT_TRUNK", "trunk.example:5060"));
        for (int i = 0; i < environment.length; i += 2) {
            all.put(environment[i], environment[i + 1]);
        }
        Account account = new Account(Account.sidOf("ops@acme.example"), OrganizationSid.ofDomain("default"),
                Optional.empty(), "ops@acme.example", "Acme", AccountStatus.ACTIVE, "Administrator",
                TokenHash.of("token"), Instant.EPOCH, Instant.EPOCH);
        customers.save(new Customer(ID, account.sid(), KEY, true, Optional.empty(), List.of("15550001"), List.of(),
                Instant.EPOCH, Instant.EPOCH));
        TelesignSettings settings = TelesignSettings.fromEnvironment(all);
        MemoryAccounts accounts = new MemoryAccounts();
        accounts.save(account);
        Access access = new Access(customers, new Accounts(accounts),
                new AccessLimits(AccessSettings.fromEnvironment(all)), settings);
        VoiceService voice = new VoiceService(new CallRules(customers, transactions, settings), transactions,
                new Settlement(transactions, engine, Duration.ofHours(4), Clock.systemUTC()), engine,
                Settings.fromEnvironment(all), settings);
        DeploymentInfo info = Servlets.deployment()
                .setClassLoader(World.class.getClassLoader())
                .setContextPath("/v1")
                .setDeploymentName("telesign")
                .addServlet(Servlets.servlet("voice", VoiceServlet.class,
                        new ImmediateInstanceFactory<>(new VoiceServlet(access, voice, settings))).addMapping("/*"))
                .addServlet(Servlets.servlet("refusal", RefusalServlet.class).addMapping("/refusal"))
                .addErrorPage(new ErrorPage("/refusal"));
        DeploymentManager manager = Servlets.newContainer().addDeployment(info);
        manager.deploy();
        try {
            server = Undertow.builder().addHttpListener(0, "127.0.0.1").setIoThreads(1).setWorkerThreads(4)
                    .setHandler(Handlers.path().addPrefixPath("/v1", manager.start())).build();
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        server.start();
    }

    static String basic() {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((ID + ":" + KEY).getBytes(UTF_8));
    }

    Reply post(String form) {
        return send("POST", "/v1/voice", form, basic(), "Content-Type: application/x-www-form-urlencoded");
    }

    Reply get(String path) {
        return send("GET", path, "", basic());
    }

    /** By the wire, so that a test may send what no client library would. */
    Reply send(String method, String path, String body, String... headers) {
        try (Socket socket = new Socket("127.0.0.1",
                ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort())) {
            socket.setSoTimeout(20_000);
            byte[] bytes = body.getBytes(UTF_8);
            String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + String.join("\r\n", headers) + (headers.length > 0 ? "\r\n" : "")
                    + (bytes.length > 0 ? "Content-Length: " + bytes.length + "\r\n" : "") + "\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(bytes);
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new Reply(Integer.parseInt(answer.split(" ")[1]), answer.substring(0, end),
                    answer.substring(end + 4));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
