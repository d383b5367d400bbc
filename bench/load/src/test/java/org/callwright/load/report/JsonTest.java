package org.callwright.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void aReportShouldBeOneLine() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("a", 1L);
        report.put("b", List.of(1.5, 100.0, true));
        report.put("c", "say \"no\"\n\\");
        report.put("d", Arrays.asList((Object) null));
        report.put("e", 0.0 / 0.0);

        assertThat(Json.write(report)).isEqualTo(
                "{\"a\":1,\"b\":[1.5,100,true],\"c\":\"say \\\"no\\\"\\u000a\\\\\",\"d\":[null],\"e\":null}");
    }
}
