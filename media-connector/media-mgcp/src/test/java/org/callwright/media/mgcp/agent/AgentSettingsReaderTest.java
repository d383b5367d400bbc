package org.callwright.media.mgcp.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.callwright.media.mgcp.message.LineEnding;
import org.callwright.media.spi.MediaServerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentSettingsReaderTest {

    private static AgentSettings read(Map<String, String> properties) {
        return AgentSettingsReader.read(new MediaServerConfig(InetAddress.getLoopbackAddress(), "127.0.0.1", 10_000,
                10_010, Duration.ZERO, properties));
    }

    @Test
    void serversAloneShouldBeEnough() {
        AgentSettings settings = read(Map.of("mgcp.servers", "127.0.0.1:2427"));
        assertThat(settings.servers()).singleElement().satisfies(server -> {
            assertThat(server.name()).isEqualTo("127.0.0.1:2427");
            assertThat(server.socket().getPort()).isEqualTo(2427);
            assertThat(server.weight()).isEqualTo(1);
        });
        assertThat(settings.prefix()).isEqualTo("callwright");
        assertThat(settings.dialect()).isEqualTo(Dialect.CALLWRIGHT);
        assertThat(settings.probe()).isEqualTo(Probe.AUEP);
        assertThat(settings.local().getPort()).isEqualTo(2727);
        assertThat(settings.transactions().lineEnding()).isEqualTo(LineEnding.CRLF);
        assertThat(settings.transactions().timeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void dialectShouldBringWhatIsUsualWithItsServers() {
        AgentSettings settings = read(Map.of("mgcp.servers", "127.0.0.1:2427", "mgcp.dialect", "restcomm"));
        assertThat(settings.prefix()).isEqualTo("restcomm");
        assertThat(settings.probe()).isEqualTo(Probe.DLCX);
        assertThat(settings.transactions().lineEnding()).isEqualTo(LineEnding.LF);
        assertThat(settings.transactions().acknowledge()).isFalse();
    }

    @Test
    void everythingShouldBeSettable() {
        AgentSettings settings = read(Map.of("mgcp.servers", "127.0.0.1:1*3, [::1]:2", "mgcp.prefix", "restcomm",
                "mgcp.dialect", "restcomm", "mgcp.line-ending", "lf", "mgcp.probe", "dlcx", "mgcp.probe-interval",
                "500", "mgcp.local", "127.0.0.2:3", "mgcp.request-timeout", "700", "mgcp.path-here", "/here",
                "mgcp.path-there", "/there"));
        assertThat(settings.servers()).extracting(ServerAddress::weight).containsExactly(3, 1);
        assertThat(settings.servers().get(1).name()).isEqualTo("[::1]:2");
        assertThat(settings.prefix()).isEqualTo("restcomm");
        assertThat(settings.dialect()).isEqualTo(Dialect.RESTCOMM);
        assertThat(settings.transactions().lineEnding()).isEqualTo(LineEnding.LF);
        assertThat(settings.transactions().timeout()).isEqualTo(Duration.ofMillis(700));
        assertThat(settings.probe()).isEqualTo(Probe.DLCX);
        assertThat(settings.probeInterval()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.local().getAddress().getHostAddress()).isEqualTo("127.0.0.2");
        assertThat(settings.paths().there(Path.of("/here/a/b.wav"))).isEqualTo(Path.of("/there/a/b.wav"));
        assertThat(settings.paths().there(Path.of("/elsewhere/b.wav"))).isEqualTo(Path.of("/elsewhere/b.wav"));
    }

    @ParameterizedTest
    @CsvSource({"mgcp.servers, :5", "mgcp.servers, 127.0.0.1:99999", "mgcp.servers, 127.0.0.1:1*0",
        "mgcp.servers, '127.0.0.1:1,127.0.0.1:1'", "mgcp.servers, no.such.host.invalid:1", "mgcp.probe, ping",
        "mgcp.line-ending, cr", "mgcp.probe-interval, 0", "mgcp.request-timeout, 20001", "mgcp.local, 127.0.0.1:x"})
    void valueThatCantBeUsedShouldBeNamed(String property, String value) {
        Map<String, String> properties = property.equals("mgcp.servers") ? Map.of(property, value)
                : Map.of("mgcp.servers", "127.0.0.1:2427", property, value);
        assertThatIllegalArgumentException().isThrownBy(() -> read(properties)).withMessageStartingWith(property + '=');
    }

    @Test
    void serversShouldBeWanted() {
        assertThatIllegalArgumentException().isThrownBy(() -> read(Map.of())).withMessageContaining("mgcp.servers");
    }
}
