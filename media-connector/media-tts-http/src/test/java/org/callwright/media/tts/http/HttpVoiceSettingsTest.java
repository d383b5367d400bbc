package org.callwright.media.tts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpVoiceSettingsTest {

    @Test
    void withoutAUrlThereShouldBeNoService() {
        assertThat(HttpVoiceSettings.fromEnvironment(Map.of("CALLWRIGHT_TTS_HTTP_TOKEN", "x"))).isEmpty();
    }

    @Test
    void aUrlAloneShouldDo() {
        HttpVoiceSettings settings = settings(Map.of());
        assertThat(settings.name()).isEqualTo("http");
        assertThat(settings.headers()).isEmpty();
        assertThat(settings.limit()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.speaks("ja-jp")).isTrue();
        assertThat(settings.voice("ja-jp", "woman")).isEqualTo("woman");
    }

    @Test
    void aLanguageShouldCoverItsRegions() {
        HttpVoiceSettings settings = settings(Map.of("CALLWRIGHT_TTS_HTTP_LANGUAGES", "en, FR-fr"));
        assertThat(settings.speaks("en-gb")).isTrue();
        assertThat(settings.speaks("fr-fr")).isTrue();
        assertThat(settings.speaks("fr-ca")).isFalse();
        assertThat(settings.speaks("de")).isFalse();
    }

    @Test
    void theClosestVoiceShouldBeTaken() {
        HttpVoiceSettings settings = settings(Map.of("CALLWRIGHT_TTS_HTTP_VOICES",
                "en-us=Joanna, en-US:man = Matthew, en=Amy, *=Any"));
        assertThat(settings.voice("en-us", "man")).isEqualTo("Matthew");
        assertThat(settings.voice("en-us", "woman")).isEqualTo("Joanna");
        assertThat(settings.voice("en-gb", "man")).isEqualTo("Amy");
        assertThat(settings.voice("ja", "man")).isEqualTo("Any");
    }

    @ParameterizedTest
    @CsvSource({"URL,ftp://x/", "URL,nonsense", "URL,http://user@host/", "URL,http://host/${token}/x", "NAME,Über",
        "HEADERS,no colon", "BODY,'{\"a\":\"${what}\"}'", "VOICES,en", "PCM_RATE,fast", "TIMEOUT_MS,0"})
    void aValueThatMakesNoSenseShouldBeNamed(String key, String value) {
        Map<String, String> env = new HashMap<>();
        env.put("CALLWRIGHT_TTS_HTTP_URL", "http://x/");
        env.put("CALLWRIGHT_TTS_HTTP_TOKEN", "s3cret");
        env.put("CALLWRIGHT_TTS_HTTP_" + key, value);
        assertThatThrownBy(() -> HttpVoiceSettings.fromEnvironment(env)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CALLWRIGHT_TTS_HTTP_" + key + ":")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void theTokenShouldNotBeToldAndNotChangeWhatIsCached() {
        HttpVoiceSettings one = settings(Map.of("CALLWRIGHT_TTS_HTTP_TOKEN", "s3cret"));
        HttpVoiceSettings other = settings(Map.of("CALLWRIGHT_TTS_HTTP_TOKEN", "0ther"));
        assertThat(one.toString()).doesNotContain("s3cret");
        assertThat(one.fingerprint()).isEqualTo(other.fingerprint());
        assertThat(settings(Map.of("CALLWRIGHT_TTS_HTTP_VOICES", "en=Amy")).fingerprint())
                .isNotEqualTo(one.fingerprint());
    }

    private static HttpVoiceSettings settings(Map<String, String> more) {
        Map<String, String> env = new HashMap<>(more);
        env.put("CALLWRIGHT_TTS_HTTP_URL", "http://127.0.0.1:9/speak");
        return HttpVoiceSettings.fromEnvironment(env).orElseThrow();
    }
}
