package org.callwright.media.tts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Map<String, String> VALUES = Map.of("text", "a \"b\" \\ <c> & $1\n\u0001ü", "voice", "x y/z");

    @Test
    void valuesShouldBeWrittenAsTheKindOfBodyWantsIt() {
        assertThat(Body.of("{\"t\":\"${text}\"}", VALUES).fill(VALUES))
                .isEqualTo("{\"t\":\"a \\\"b\\\" \\\\ <c> & $1\\u000a\\u0001ü\"}");
        assertThat(Body.of("<t v=\"${voice}\">${text}</t>", VALUES).fill(VALUES))
                .isEqualTo("<t v=\"x y/z\">a &quot;b&quot; \\ &lt;c&gt; &amp; $1\n ü</t>");
        assertThat(Body.of("${voice}", VALUES).fill(VALUES)).isEqualTo("x y/z");
        assertThat(Template.of("/v/${voice}?a", VALUES).fill(VALUES, Template::url)).isEqualTo("/v/x%20y%2Fz?a");
    }

    @Test
    void aValueThatLooksLikeAPlaceShouldStayAsItIs() {
        assertThat(Template.of("${text}", Map.of("text", "")).fill(Map.of("text", "${token}"), Template::json))
                .isEqualTo("${token}");
    }

    @Test
    void anUnknownPlaceShouldBeRefused() {
        assertThatThrownBy(() -> Template.of("${nothing}", VALUES)).hasMessageContaining("${nothing}");
    }
}
