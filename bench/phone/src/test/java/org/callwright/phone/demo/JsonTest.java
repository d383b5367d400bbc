package org.callwright.phone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void valuesShouldBeRead() {
        Map<?, ?> object = (Map<?, ?>) Json.parse(" {\"a\" : [1, -2.5e1, true, false, null], \"b\":{}, \"c\":[], "
                + "\"d\":\"x\\\"\\u00e9\\n\\/\"} ");
        assertThat((List<?>) object.get("a")).hasSize(5).element(1).isEqualTo(-25.0);
        assertThat(object.get("b")).isEqualTo(Map.of());
        assertThat(object.get("c")).isEqualTo(List.of());
        assertThat(object.get("d")).isEqualTo("x\"é\n/");
    }

    @Test
    void brokenTextShouldBeRefused() {
        for (String text : new String[] {"", "{", "[1,", "{\"a\" 1}", "\"abc", "nul", "1 2", "<html>"}) {
            assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
