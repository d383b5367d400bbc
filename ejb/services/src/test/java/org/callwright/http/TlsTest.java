package org.callwright.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.core5.ssl.SSLContexts;
import org.callwright.call.value.FetchedDocument;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;
import org.callwright.settings.WebhookSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The certificate must be for the name in the URL, though the connection goes to the checked address. */
@Timeout(60)
class TlsTest {

    private static final char[] PASSWORD = "only-for-this-test".toCharArray();

    @TempDir
    Path folder;
    private HttpsServer server;
    private SSLContext trusting;

    @BeforeEach
    void start() throws Exception {
        KeyStore keys = keysFor("secure.example.org");
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        SSLContext serving = SSLContext.getInstance("TLS");
        serving.init(own.getKeyManagers(), null, null);

        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trust.getTrustManagers(), null);

        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(serving));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 6);
            exchange.getResponseBody().write("secret".getBytes());
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aTrustedCertificateForTheNameShouldBeAccepted() throws Exception {
        assertThat(fetch("secure.example.org", trusting).body()).isEqualTo("secret");
    }

    @Test
    void aCertificateForAnotherNameShouldBeRefused() {
        assertThatThrownBy(() -> fetch("other.example.org", trusting))
                .hasRootCauseInstanceOf(SSLPeerUnverifiedException.class);
    }

    @Test
    void anUntrustedCertificateShouldBeRefused() {
        assertThatThrownBy(() -> fetch("secure.example.org", SSLContexts.createDefault()))
                .hasMessageContaining("no secure connection");
    }

    private FetchedDocument fetch(String host, SSLContext trust) throws Exception {
        WebhookSettings settings = WebhookSettings.fromEnvironment(Map.of());
        try (GuardedHttpClient http = new GuardedHttpClient(settings, List.of("127.0.0.0/8"),
                Executors.defaultThreadFactory(), name -> InetAddress.getAllByName("127.0.0.1"), trust)) {
            URI url = URI.create("https://" + host + ":" + server.getAddress().getPort() + "/");
            return new WebhookClient(http, settings)
                    .fetch(new WebRequest(new WebTarget(url, HttpMethod.POST), List.of()))
                    .toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
    }

    private KeyStore keysFor(String host) throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "server",
                "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "SAN=dns:" + host, "-storetype", "PKCS12",
                "-keystore", file.toString(), "-storepass", new String(PASSWORD))
                .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }
}
