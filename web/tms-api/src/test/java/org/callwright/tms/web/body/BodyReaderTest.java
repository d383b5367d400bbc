package org.callwright.tms.web.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callwright.tms.web.answer.RefusalException;
import org.callwright.web.http.CappedInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bodies say, field by field and in their order. */
class BodyReaderTest {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** Notes what it is told: {@code name=value}, and recipients as {@code #phone}. */
    private static final class Noted implements Fields {

        private final List<String> all = new ArrayList<>();

        @Override
        public void text(String name, Optional<String> value) {
            all.add(name + "=" + value.orElse("-"));
        }

        @Override
        public void recipient(Optional<String> phone) {
            all.add("#" + phone.orElse("-"));
        }
    }

    private static List<String> read(String type, byte[] body) {
        Noted noted = new Noted();
        BodyReader.read(type, new ByteArrayInputStream(body), "message", noted);
        return noted.all;
    }

    private static List<String> read(String type, String body) {
        return read(type, body.getBytes(UTF_8));
    }

    @Test
    void membersShouldBeToldInTheirOrder() {
        assertThat(read(JSON, "{\"recipients\":[{\"phone\":\"1\"},{\"x\":{\"phone\":\"9\"},\"phone\":2},{}],"
                + "\"say_text\":\"caf\u00e9 \\ud83d\\ude00\",\"play_url\":null,\"max_retries\":3,\"flag\":true,"
                + "\"other\":{\"a\":[{\"say_text\":\"no\"}]},\"list\":[1,[2]]}"))
                .containsExactly("#1", "#2", "#-", "say_text=caf\u00e9 \ud83d\ude00", "play_url=-", "max_retries=3",
                        "flag=-", "other=-", "list=-");
    }

    @Test
    void whatIsNoObjectShouldBeNoRecipient() {
        assertThat(read(JSON, "{\"recipients\":[\"1\",2,null,[{\"phone\":\"3\"}],{\"phone\":null},{\"phone\":{}},"
                + "{\"phone\":\"4\"}]}")).containsExactly("#-", "#-", "#4");
        assertThat(read(JSON, "{\"recipients\":\"everybody\"}")).containsExactly("recipients=everybody");
        assertThat(read(JSON, "{\"recipients\":{\"phone\":\"1\"}}")).containsExactly("recipients=-");
    }

    @Test
    void fieldsMayBeWrapped() {
        assertThat(read(JSON, "{\"message\":{\"say_text\":\"x\",\"recipients\":[{\"phone\":\"1\"}],"
                + "\"message\":{\"say_text\":\"y\"}}}")).containsExactly("say_text=x", "#1", "message=-");
        assertThat(read(FORM, "message%5Bsay_text%5D=x&message[recipients][][phone]=1"))
                .containsExactly("say_text=x", "#1");
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, "application/json;", "application/json; charset=utf-8", "Application/JSON ; x",
        " application/json"})
    void jsonShouldBeKnownWhateverIsBehindIt(String type) {
        assertThat(read(type, " {} \n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "", "json", "application/jsonp", "multipart/form-data; boundary=x"})
    void otherTypesShouldBeRefused(String type) {
        assertThatThrownBy(() -> read(type, "{}")).isInstanceOf(RefusalException.class)
                .hasMessage("Unsupported Media Type");
        assertThatThrownBy(() -> read(null, "{}")).hasMessage("Unsupported Media Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{}x", "{}{}", "[]", "1", "null", "\"x\"", "{\"a\"}", "{\"a\":}",
        "{\"a\":1,}", "{'a':1}",
        "{\"recipients\":[", "{\"recipients\":[{\"phone\":\"1\"}", "{\"a\":\"", "{\"a\":nul}", "{\"a\":01}",
        "{\"a\":\"\\x\"}", "{\"a\":\"\t\"}", "<a/>"})
    void brokenJsonShouldBeRefused(String body) {
        assertThatThrownBy(() -> read(JSON, body)).as(body).isInstanceOf(RefusalException.class)
                .hasMessage("Something went wrong parsing your request JSON");
    }

    @Test
    void whatIsNotUtf8ShouldBeRefused() {
        assertThatThrownBy(() -> read(JSON, "{\"say_text\":\"caf\u00e9\"}".getBytes(ISO_8859_1)))
                .isInstanceOf(RefusalException.class);
        assertThatThrownBy(() -> read(FORM, "say_text=caf%E9")).isInstanceOf(RefusalException.class);
        assertThatThrownBy(() -> read(FORM, "say_text=caf\u00e9".getBytes(ISO_8859_1)))
                .isInstanceOf(RefusalException.class);
    }

    @Test
    void deepAndEndlessValuesShouldBeRefusedBeforeTheyAreRead() {
        for (String bomb : List.of("[".repeat(1_000_000), "{\"a\":".repeat(100_000),
                "{\"a\":\"" + "x".repeat(1_000_000), "{\"a\":" + "1".repeat(1_000_000), "{\"" + "k".repeat(1_000_000),
                "{\"recipients\":[{\"phone\":\"" + "\\\"".repeat(500_000))) {
            CappedInputStream watched = new CappedInputStream(new ByteArrayInputStream(bomb.getBytes(UTF_8)), 300_000);
            assertThatThrownBy(() -> BodyReader.read(JSON, watched, "message", new Noted()))
                    .isInstanceOf(RefusalException.class)
                    .hasRootCauseMessage(bomb.contains("\"a\":{") || bomb.startsWith("[")
                            ? "more than 32 levels" : "a value of more than 65536 characters");
        }
        assertThatThrownBy(() -> read(FORM, "x=" + "y".repeat(100_000))).isInstanceOf(RefusalException.class);
        assertThatThrownBy(() -> read(FORM, "x".repeat(1_000))).isInstanceOf(RefusalException.class);
    }

    @Test
    void longTextsAndManyQuotesShouldPass() {
        String text = "\\\"x\\\\".repeat(10_000);
        assertThat(read(JSON, "{\"a\":\"" + text + "\",\"b\":" + "[".repeat(31) + "]".repeat(31) + "}"))
                .containsExactly("a=" + "\"x\\".repeat(10_000), "b=-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "say_text=a+b%20c&recipients[][phone]=651+555|say_text=a b c,#651 555",
        "recipients%5B%5D%5Bphone%5D=%2B1651&recipients[0][phone]=2&recipients[][x]=y|#+1651,#2,recipients[][x]=y",
        "recipients=%5B%7B%22phone%22%3A%221%22%7D%2C%7B%22phone%22%3A%222%22%7D%5D&say_text=x|#1,#2,say_text=x",
        "recipients=[{\"phone\":\"a%26b%3D\"}]|#a&b=",
        "a&b=&=c&d=e=f|a=,b=,=c,d=e=f",
        "say_text=%e2%82%ac|say_text=\u20ac",
    })
    void formsShouldSayTheSame(String form, String told) {
        assertThat(String.join(",", read(FORM, form))).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%2", "a=%zz", "%4=1"})
    void brokenFormsShouldBeRefused(String form) {
        assertThatThrownBy(() -> read(FORM, form)).isInstanceOf(RefusalException.class)
                .hasMessage("Something went wrong parsing your request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recipients=", "recipients=1", "recipients=[{]", "recipients=[]x", "recipients={}"})
    void brokenListInAFormShouldBeRefusedAsJson(String form) {
        assertThatThrownBy(() -> read(FORM, form)).isInstanceOf(RefusalException.class)
                .hasMessage("Something went wrong parsing your request JSON");
    }

    @Test
    void bodyThatIsCutOffByItsLimitShouldNeverPassForAWholeOne() {
        for (String form : List.of("say_text=xxxxxxxxxxxx", "recipients=[{\"phone\":\"1\"}]           ")) {
            for (int limit = 1; limit < form.length(); limit++) {
                CappedInputStream body = new CappedInputStream(
                        new ByteArrayInputStream(form.getBytes(UTF_8)), limit);
                assertThatThrownBy(() -> BodyReader.read(FORM, body, "message", new Noted()))
                        .hasRootCauseInstanceOf(CappedInputStream.TooLargeException.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        JSON + "|{\"recipients\":[|{\"phone\":\"6515551000\"},|{}]}",
        FORM + "|recipients=%5B|%7B%22phone%22%3A%226515551000%22%7D%2C|%7B%7D]",
        FORM + "|say_text=x&|recipients[][phone]=6515551000&|recipients[][phone]=",
    })
    void recipientsShouldBeToldWhileTheBodyStillComes(String type, String before, String each, String behind) {
        Counted counted = new Counted();
        BodyReader.read(type, new Generated(before, each, behind, counted), "message", counted);
        assertThat(counted.recipients).isEqualTo(Generated.COUNT + 1);
    }

    private static final class Counted implements Fields {

        private int recipients;

        @Override
        public void text(String name, Optional<String> value) {
            assertThat(name).isEqualTo("say_text");
        }

        @Override
        public void recipient(Optional<String> phone) {
            recipients++;
        }
    }

    /** A body that is made while it is read, and knows that nobody keeps much of it. */
    private static final class Generated extends InputStream {

        private static final int COUNT = 100_000;
        private static final int BUFFERED = 2_000;

        private final String each;
        private final String behind;
        private final Counted counted;
        private byte[] part;
        private int position;
        private int given;

        Generated(String before, String each, String behind, Counted counted) {
            this.each = each;
            this.behind = behind;
            this.counted = counted;
            this.part = before.getBytes(UTF_8);
        }

        @Override
        public int read() {
            while (position == part.length) {
                if (given > COUNT) {
                    return -1;
                }
                assertThat(given - counted.recipients).isLessThan(BUFFERED);
                part = (given++ < COUNT ? each : behind).getBytes(UTF_8);
                position = 0;
            }
            return part[position++];
        }
    }
}
