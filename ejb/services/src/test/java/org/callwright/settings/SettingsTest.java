package org.callwright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void anEmptyEnvironmentShouldGiveTheDefaultsOfTheOperatorContract() {
        Settings settings = Settings.fromEnvironment(Map.of());
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.sipPort()).isEqualTo(5080);
        assertThat(settings.rtpPorts()).isEqualTo(new Settings.PortRange(34_534, 39_999));
        assertThat(settings.webhookAllow()).isEmpty();
        assertThat(settings.mediaDriver()).isEqualTo("embedded");
    }

    @Test
    void theAdvertisedAddressShouldFollowTheBindAddressUnlessSet() {
        assertThat(Settings.fromEnvironment(Map.of("CALLWRIGHT_BIND", "10.1.2.3")).advertisedAddress())
                .isEqualTo("10.1.2.3");
        assertThat(Settings.fromEnvironment(
                        Map.of("CALLWRIGHT_BIND", "10.1.2.3", "CALLWRIGHT_ADVERTISED_ADDRESS", "sip.example.org"))
                .advertisedAddress()).isEqualTo("sip.example.org");
    }

    @Test
    void badValuesShouldBeRefusedWithTheirKey() {
        assertThatThrownBy(() -> Settings.fromEnvironment(Map.of("CALLWRIGHT_HTTP_PORT", "70000")))
                .isInstanceOf(SettingsException.class).hasMessageContaining("CALLWRIGHT_HTTP_PORT=70000");
        for (String range : new String[] {"34534", "-5", "40000-39999", "1-2-3", "-", "a-b", "5-", "0-5"}) {
            assertThatThrownBy(() -> Settings.fromEnvironment(Map.of("CALLWRIGHT_RTP_PORTS", range)))
                    .isInstanceOf(SettingsException.class).hasMessageContaining("CALLWRIGHT_RTP_PORTS=" + range);
        }
        assertThatThrownBy(() -> WebhookSettings.fromEnvironment(Map.of("CALLWRIGHT_WEBHOOK_TIMEOUT_MS", "soon")))
                .hasMessageContaining("CALLWRIGHT_WEBHOOK_TIMEOUT_MS=soon");
    }

    @Test
    void listsShouldBeSplitAtCommasAndStripped() {
        assertThat(Settings.fromEnvironment(Map.of("CALLWRIGHT_WEBHOOK_ALLOW", " 127.0.0.0/8 , ,::1/128"))
                .webhookAllow()).containsExactly("127.0.0.0/8", "::1/128");
    }

    @Test
    void mediaDriverShouldHaveWhatIsForItAlone() {
        Settings settings = Settings.fromEnvironment(Map.of("CALLWRIGHT_MEDIA_DRIVER", "mgcp",
                "CALLWRIGHT_MGCP_LINE_ENDING", " lf ", "CALLWRIGHT_MGCP_SERVERS", "127.0.0.1:2427",
                "CALLWRIGHT_MGCP_PREFIX", " ", "CALLWRIGHT_JSR309_MODULE", "other"));
        assertThat(settings.mediaProperties()).isEqualTo(
                Map.of("mgcp.line-ending", "lf", "mgcp.servers", "127.0.0.1:2427"));
        assertThat(Settings.fromEnvironment(Map.of()).mediaProperties()).isEmpty();
    }

    @Test
    void recordingsShouldBeKeptForEverAndBeLookedThroughAtNightByDefault() {
        CleanupSettings settings = CleanupSettings.fromEnvironment(Map.of());
        assertThat(settings.retentionDays()).isZero();
        assertThat(settings.dryRun()).isFalse();
        assertThat(settings.times().firstRun(Instant.parse("2026-11-22T12:00:00Z"))).isEqualTo("2026-11-23T03:30:00Z");
        assertThat(settings.times().firstRun(Instant.parse("2026-11-22T03:29:59.999Z")))
                .isEqualTo("2026-11-22T03:30:00Z");
        assertThat(settings.times().firstRun(Instant.parse("2026-11-22T03:30:00Z"))).isEqualTo("2026-11-23T03:30:00Z");
    }

    @Test
    void messagesShouldBeKeptForEverByDefault() {
        MessageCleanupSettings settings = MessageCleanupSettings.fromEnvironment(Map.of());
        assertThat(settings.retentionDays()).isZero();
        assertThat(settings.times().firstRun(Instant.parse("2026-11-22T12:00:00Z"))).isEqualTo("2026-11-23T04:00:00Z");
        assertThat(settings.dryRun()).isFalse();
        assertThat(MessageCleanupSettings.fromEnvironment(
                Map.of("CALLWRIGHT_TMS_RETENTION_DAYS", "30")).retentionDays()).isEqualTo(30);
        assertThat(MessageCleanupSettings.fromEnvironment(
                Map.of("CALLWRIGHT_TMS_CLEANUP_DRY_RUN", "true")).dryRun()).isTrue();
        assertThatThrownBy(() -> MessageCleanupSettings.fromEnvironment(
                Map.of("CALLWRIGHT_TMS_RETENTION_DAYS", "-1")))
                .isInstanceOf(SettingsException.class).hasMessageContaining("CALLWRIGHT_TMS_RETENTION_DAYS=-1");
    }

    @Test
    void cleanUpsShouldBeginAtTheTimeOfDayOrInTheIntervalAroundIt() {
        Map<String, String> twiceAnHour = Map.of(
                "CALLWRIGHT_RECORDING_CLEANUP_AT", "22:05", "CALLWRIGHT_RECORDING_CLEANUP_SECONDS", "1800");
        assertThat(CleanupSettings.fromEnvironment(twiceAnHour).times().firstRun(Instant.parse("2026-11-22T12:00:00Z")))
                .isEqualTo("2026-11-22T12:05:00Z");
        assertThatThrownBy(() -> CleanupSettings.fromEnvironment(Map.of("CALLWRIGHT_RECORDING_CLEANUP_AT", "25:00")))
                .isInstanceOf(SettingsException.class).hasMessageContaining("CALLWRIGHT_RECORDING_CLEANUP_AT=25:00");
        assertThatThrownBy(() -> CleanupSettings.fromEnvironment(
                Map.of("CALLWRIGHT_RECORDING_CLEANUP_DRY_RUN", "yes"))).isInstanceOf(SettingsException.class);
    }

    @Test
    void limitsOfTheFeaturesShouldHaveTheirDefaults() {
        assertThat(WebhookSettings.fromEnvironment(Map.of()).totalTimeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(SpeechSettings.fromEnvironment(Map.of("CALLWRIGHT_SPEECH_CACHE_MIB", "7")).cacheMib()).isEqualTo(7);
        assertThat(EngineSettings.fromEnvironment(Map.of("CALLWRIGHT_MAX_CALLS", "3")).maxCalls()).isEqualTo(3);
    }
}
