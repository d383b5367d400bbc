package org.callwright.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class HttpTest {

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes());
    }

    @Test
    void credentialsShouldKeepColonsInThePassword() {
        assertThat(BasicCredentials.parse(basic("user:pass:word"))).contains(new BasicCredentials("user", "pass:word"));
        assertThat(BasicCredentials.parse(basic("user:").replace("Basic", "BASIC")))
                .contains(new BasicCredentials("user", ""));
    }

    @Test
    void whatIsNoBasicHeaderShouldBeNoCredentials() {
        assertThat(BasicCredentials.parse(null)).isEmpty();
        assertThat(BasicCredentials.parse("")).isEmpty();
        assertThat(BasicCredentials.parse("Bearer abc")).isEmpty();
        assertThat(BasicCredentials.parse("Basic ***")).isEmpty();
        assertThat(BasicCredentials.parse(basic("nocolon"))).isEmpty();
    }

    @Test
    void credentialsShouldNotShowThePassword() {
        assertThat(new BasicCredentials("user", "secret").toString()).doesNotContain("secret");
    }

    @Test
    void rangesShouldBeCutToTheFile() {
        assertThat(ByteRange.parse("bytes=0-9", 100)).contains(new ByteRange(0, 10));
        assertThat(ByteRange.parse("bytes=90-", 100)).contains(new ByteRange(90, 10));
        assertThat(ByteRange.parse("bytes=90-999", 100)).contains(new ByteRange(90, 10));
        assertThat(ByteRange.parse("bytes=-5", 100)).contains(new ByteRange(95, 5));
        assertThat(ByteRange.parse("bytes=-500", 100)).contains(new ByteRange(0, 100));
        assertThat(ByteRange.parse("bytes=100-", 100)).contains(new ByteRange(0, 0));
    }

    @Test
    void whatIsNoSingleRangeShouldBeIgnored() {
        for (String header : new String[] {null, "", "bytes=-", "bytes=5-2", "bytes=0-1,3-4", "lines=0-1", "bytes=x-y",
                "bytes=99999999999999999999-"}) {
            assertThat(ByteRange.parse(header, 100)).as(header).isEmpty();
        }
    }

    @Test
    void contentRangeShouldSayWhereAndHowMuch() {
        assertThat(new ByteRange(90, 10).contentRange(100)).isEqualTo("bytes 90-99/100");
        assertThat(new ByteRange(0, 0).contentRange(100)).isEqualTo("bytes */100");
    }

    @Test
    void bodyShouldBeReadUpToTheCapAndNotBeyond() throws IOException {
        assertThat(new CappedInputStream(new ByteArrayInputStream(new byte[10]), 10).readAllBytes()).hasSize(10);
        assertThatThrownBy(() -> new CappedInputStream(new ByteArrayInputStream(new byte[11]), 10).readAllBytes())
                .isInstanceOf(CappedInputStream.TooLargeException.class);
    }
}
