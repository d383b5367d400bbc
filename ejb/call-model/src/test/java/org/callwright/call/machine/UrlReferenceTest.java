package org.callwright.call.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class UrlReferenceTest {

    private static String resolve(String base, String text) {
        return UrlReference.resolve(URI.create(base), text).map(URI::toString).orElse("none");
    }

    @Test
    void referencesShouldResolveAsRfc3986Says() {
        assertThat(resolve("http://h/a/b?x=1", "c.xml")).isEqualTo("http://h/a/c.xml");
        assertThat(resolve("http://h/a/b?x=1", "/c?y=2")).isEqualTo("http://h/c?y=2");
        assertThat(resolve("http://h/a/b?x=1", "?y=2")).isEqualTo("http://h/a/b?y=2");
        assertThat(resolve("http://h/a/b", "../c")).isEqualTo("http://h/c");
        assertThat(resolve("http://h", "c.xml")).isEqualTo("http://h/c.xml");
        assertThat(resolve("http://h?x=1", "c.xml")).isEqualTo("http://h/c.xml");
        assertThat(resolve("http://h/a", "//other/c")).isEqualTo("http://other/c");
        assertThat(resolve("http://h/a", "https://other/c")).isEqualTo("https://other/c");
    }

    @Test
    void blanksShouldBeEscaped() {
        assertThat(resolve("http://h/a", " my file.wav ")).isEqualTo("http://h/my%20file.wav");
    }

    @Test
    void whatIsNoUrlShouldGiveNone() {
        assertThat(resolve("http://h/a", "::")).isEqualTo("none");
        assertThat(resolve("http://h/a", "mailto:a@b")).isEqualTo("none");
        assertThat(resolve("http://h/a", "http://[bad")).isEqualTo("none");
        assertThat(resolve("http://h/a", "file:///etc/passwd")).isEqualTo("none");
    }

    @Test
    void onlyARedirectShouldChangeTheDocumentsUrl() {
        URI asked = URI.create("http://h/a?x=1");
        assertThat(UrlReference.ofDocument(asked, URI.create("http://h/a?x=1&CallSid=CA1"))).isEqualTo(asked);
        URI moved = URI.create("http://h/b");
        assertThat(UrlReference.ofDocument(asked, moved)).isEqualTo(moved);
        assertThat(UrlReference.ofDocument(asked, URI.create("b"))).isEqualTo(asked);
    }
}
