package org.callwright.e2e;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * Where the server of these tests is: the build chose the ports, made an empty data folder and told both the server and
 * this JVM by the same environment variables that an operator would use.
 */
public final class ServerUnderTest {

    /** The account of {@code src/test/server/bootstrap.json} that owns the numbers. */
    public static final String ACCOUNT = "AC00000000000000000000000000000e2e";
    public static final String ACCOUNT_TOKEN = "token-of-the-e2e-account";
    /** Its recordings are GSM files. */
    public static final String GSM_ACCOUNT = "AC00000000000000000000000000000656";

    private static final WebApp WEB_APP = WebApp.on(Integer.parseInt(env("E2E_WEBAPP_PORT")));

    private ServerUnderTest() {
    }

    /** The application that the numbers' VoiceUrls lead to: {@code /number/15551000} for +15551000 and so on. */
    public static WebApp webApp() {
        return WEB_APP;
    }

    /** A client of the Restcomm dialect with the credentials of {@link #ACCOUNT}. */
    public static RestClient account() {
        return new RestClient(http(), ACCOUNT, ACCOUNT_TOKEN);
    }

    /** As {@link #account}, for {@link #GSM_ACCOUNT}. */
    public static RestClient gsmAccount() {
        return new RestClient(http(), GSM_ACCOUNT, "token-of-the-gsm-account");
    }

    public static RestClient admin() {
        return new RestClient(http(), env("CALLWRIGHT_ADMIN_SID"), env("CALLWRIGHT_ADMIN_TOKEN"));
    }

    public static RestClient anonymous() {
        return new RestClient(http(), "", "");
    }

    public static RestClient management() {
        return new RestClient("http://127.0.0.1:" + env("CALLWRIGHT_MANAGEMENT_PORT"), "", "");
    }

    public static String http() {
        return "http://127.0.0.1:" + env("CALLWRIGHT_HTTP_PORT");
    }

    /** UDP and TCP. */
    public static InetSocketAddress sip() {
        return new InetSocketAddress("127.0.0.1", Integer.parseInt(env("CALLWRIGHT_SIP_PORT")));
    }

    public static Path data() {
        return Path.of(env("CALLWRIGHT_DATA"));
    }

    static String env(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: run these tests with mvn verify");
        }
        return value;
    }
}
