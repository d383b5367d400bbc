package org.callwright.restcomm;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.callwright.accounts.AccessLimits;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Accounts;
import org.callwright.accounts.Authenticator;
import org.callwright.accounts.MemoryAccounts;
import org.callwright.accounts.Organization;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.TokenHash;
import org.callwright.call.value.AccountSid;
import org.callwright.directory.MemoryDirectory;
import org.callwright.directory.NumberDirectory;
import org.callwright.engine.FakeEngine;
import org.callwright.provisioning.AccountClosing;
import org.callwright.provisioning.AccountProvisioning;
import org.callwright.provisioning.Applications;
import org.callwright.provisioning.ClientProvisioning;
import org.callwright.provisioning.NumberProvisioning;
import org.callwright.recordings.RecordingFiles;
import org.callwright.recordings.Recordings;
import org.callwright.restcomm.answer.AnswerFilter;
import org.callwright.restcomm.answer.FailureMapper;
import org.callwright.restcomm.audio.AudioFilter;
import org.callwright.restcomm.description.DescriptionServlet;
import org.callwright.restcomm.request.AccessFilter;
import org.callwright.restcomm.request.BodyCapFilter;
import org.callwright.restcomm.request.Gate;
import org.callwright.restcomm.request.RepresentationFilter;
import org.callwright.restcomm.request.SourceFilter;
import org.callwright.restcomm.resource.AccountsResource;
import org.callwright.restcomm.resource.ApplicationsResource;
import org.callwright.restcomm.resource.CallsResource;
import org.callwright.restcomm.resource.ClientsResource;
import org.callwright.restcomm.resource.LiveRecordingsResource;
import org.callwright.restcomm.resource.NotificationsResource;
import org.callwright.restcomm.resource.NumbersResource;
import org.callwright.restcomm.resource.PublicUrls;
import org.callwright.restcomm.resource.QuickCallFilter;
import org.callwright.restcomm.resource.RecordingsResource;
import org.callwright.restcomm.resource.SaysResource;
import org.callwright.settings.AccessSettings;
import org.callwright.settings.Settings;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;
import org.jboss.resteasy.spi.ResteasyDeployment;

/**
 * The application over real HTTP with records in memory. The super admin has a child ACME, and ACME a child; GLOBEX is
 * a stranger to them; each one's token is the first word of its friendly name.
 */
public final class World implements AutoCloseable {

    public static final Account ADMIN = account("admin@callwright.example", "admin", Optional.empty());
    public static final Account ACME = account("ops@acme.example", "acme", Optional.of(ADMIN.sid()));
    public static final Account ACME_CHILD = account("child@acme.example", "child", Optional.of(ACME.sid()));
    public static final Account GLOBEX = account("ops@globex.example", "globex", Optional.of(ADMIN.sid()));

    public final MemoryAccounts accountStore = new MemoryAccounts();
    public final MemoryArchive archive = new MemoryArchive();
    public final MemoryDirectory directory = new MemoryDirectory();
    public final FakeEngine engine = new FakeEngine();
    public final Set<AccountSid> closed = ConcurrentHashMap.newKeySet();
    private final Set<Object> parts;
    private final Undertow server;
    private final int port;

    public World(Path recordings) {
        this(recordings, "/restcomm", Map.of("CALLWRIGHT_TRUNK", "trunk.example:5060"));
    }

    public World(Path recordings, String contextPath, Map<String, String> environment) {
        for (Account account : new Account[] {ADMIN, ACME, ACME_CHILD, GLOBEX}) {
            accountStore.save(account);
        }
        accountStore.save(new Organization(ADMIN.organization(), "default", Instant.EPOCH, Instant.EPOCH));
        AccessLimits limits = new AccessLimits(AccessSettings.fromEnvironment(environment));
        RecordingFiles files = new RecordingFiles(recordings);
        Accounts accounts = new Accounts(accountStore);
        Gate gate = new Gate(new Authenticator(accounts), accounts, limits);
        parts = parts(files, environment, accounts, gate);
        DeploymentInfo info = Servlets.deployment()
                .setClassLoader(World.class.getClassLoader())
                .setContextPath(contextPath)
                .setDeploymentName("restcomm")
                .addFilter(Servlets.filter("source", SourceFilter.class,
                        new ImmediateInstanceFactory<>(new SourceFilter(limits))))
                .addFilterUrlMapping("source", "/*", DispatcherType.REQUEST)
                .addFilter(Servlets.filter("audio", AudioFilter.class,
                        new ImmediateInstanceFactory<>(new AudioFilter(archive, files))))
                .addFilterUrlMapping("audio", "/2012-04-24/*", DispatcherType.REQUEST)
                .addFilterUrlMapping("audio", "/2010-04-01/*", DispatcherType.REQUEST)
                .addFilterUrlMapping("audio", "/recordings/*", DispatcherType.REQUEST)
                .addFilter(Servlets.filter("quick", QuickCallFilter.class,
                        new ImmediateInstanceFactory<>(new QuickCallFilter(gate, archive))))
                .addFilterUrlMapping("quick", "/2012-04-24/*", DispatcherType.REQUEST)
                .addFilterUrlMapping("quick", "/2010-04-01/*", DispatcherType.REQUEST)
                .addServlet(Servlets.servlet("docs", DescriptionServlet.class)
                        .addMapping("/docs")
                        .addMapping("/docs/*"));
        for (String version : new String[] {RestcommApplication.VERSION, RestcommApplication.ALIAS_VERSION}) {
            info.addServlet(api(version));
        }
        DeploymentManager manager = Servlets.newContainer().addDeployment(info);
        manager.deploy();
        try {
            server = Undertow.builder()
                    .addHttpListener(0, "127.0.0.1")
                    .setIoThreads(1)
                    .setWorkerThreads(4)
                    .setHandler(Handlers.path().addPrefixPath(contextPath, manager.start()))
                    .build();
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        server.start();
        port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    private ServletInfo api(String version) {
        ResteasyDeployment deployment = new ResteasyDeploymentImpl();
        deployment.setApplication(new TestApplication(parts));
        return Servlets.servlet(version, HttpServlet30Dispatcher.class,
                        new ImmediateInstanceFactory<>(new DeployedApi(deployment)))
                .setLoadOnStartup(1)
                .addInitParam("resteasy.servlet.mapping.prefix", "/" + version)
                .addMapping("/" + version + "/*");
    }

    private Set<Object> parts(
            RecordingFiles files, Map<String, String> environment, Accounts accounts, Gate gate) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("CALLWRIGHT_ADVERTISED_ADDRESS", "voice.example");
        Settings settings = Settings.fromEnvironment(all);
        PublicUrls urls = new PublicUrls(settings);
        Recordings recordings = new Recordings(archive, files);
        NumberDirectory routes = new NumberDirectory(directory, accountStore, accounts);
        Applications applications = new Applications(directory, routes);
        ClientProvisioning clients = new ClientProvisioning(directory, accountStore, applications);
        AccountProvisioning provisioning = new AccountProvisioning(accountStore, accounts, clients,
                new AccountClosing(directory, routes, archive, closed::addAll));
        return Set.of(
                new RepresentationFilter(),
                new BodyCapFilter(),
                new AccessFilter(gate),
                new AnswerFilter(),
                new FailureMapper(),
                new AccountsResource(accountStore, provisioning),
                new ApplicationsResource(directory, applications),
                new ClientsResource(directory, clients),
                new NumbersResource(directory, new NumberProvisioning(directory, routes, applications), accounts),
                new CallsResource(archive, accounts, engine, settings, applications),
                new LiveRecordingsResource(archive, recordings, engine, urls),
                new NotificationsResource(archive, accounts, urls),
                new RecordingsResource(archive, recordings, accounts, urls),
                new SaysResource(archive, accounts));
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

    private static Account account(String email, String token, Optional<AccountSid> parent) {
        return new Account(Account.sidOf(email), OrganizationSid.ofDomain("default"), parent, email, token + " Ltd",
                AccountStatus.ACTIVE, "Administrator", TokenHash.of(token), Instant.EPOCH, Instant.EPOCH);
    }

    /** The account with another status or role. */
    public static Account changed(Account account, AccountStatus status, String role) {
        return new Account(account.sid(), account.organization(), account.parent(), account.email(),
                account.friendlyName(), status, role, account.token(), account.retention(), account.recordings(),
                account.created(), account.updated());
    }

    public static String basic(Account account) {
        return basic(account.sid().value(), account.friendlyName().split(" ")[0]);
    }

    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    Set<Object> parts() {
        return parts;
    }

    public int port() {
        return port;
    }

    /** A request to a path below the server's root. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    public HttpResponse<String> get(Account caller, String path) {
        return send(request(path).header("Authorization", basic(caller)));
    }

    /** Below the account's own path, for JSON. */
    public HttpResponse<String> getOwn(Account caller, String rest) {
        return get(caller, "/restcomm/2012-04-24/Accounts/" + caller.sid() + "/" + rest);
    }

    public HttpResponse<String> postForm(Account caller, String rest, String form) {
        return send(request("/restcomm/2012-04-24/Accounts/" + caller.sid() + "/" + rest)
                .header("Authorization", basic(caller))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> delete(Account caller, String rest) {
        return send(request("/restcomm/2012-04-24/Accounts/" + caller.sid() + "/" + rest)
                .header("Authorization", basic(caller))
                .DELETE());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
