package org.callwright.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private final Element sample = Element.named("Thing")
            .with("sid", "TH1")
            .with("date_created", "today")
            .with("size", 3)
            .with("big", true)
            .with("absent", Optional.empty())
            .with("uri", "/thing.json", "Uri", "/thing")
            .withJsonOnly("only_json", "x")
            .with("nested", Element.named("Nested").with("a", "b"))
            .with("list", List.of(Element.named("Item").with("n", 1)));

    @Test
    void jsonShouldKeepOrderTypesAndItsOwnNames() {
        assertThat(JsonText.of(sample)).isEqualTo("{\"sid\":\"TH1\",\"date_created\":\"today\",\"size\":3,\"big\":true,"
                + "\"uri\":\"/thing.json\",\"only_json\":\"x\",\"nested\":{\"a\":\"b\"},\"list\":[{\"n\":1}]}");
    }

    @Test
    void xmlShouldKeepOrderAndUseCamelCase() {
        assertThat(XmlText.of("Root", sample)).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Root><Thing>"
                + "<Sid>TH1</Sid><DateCreated>today</DateCreated><Size>3</Size><Big>true</Big><Uri>/thing</Uri>"
                + "<Nested><A>b</A></Nested><List><Item><N>1</N></Item></List></Thing></Root>\n");
    }

    @Test
    void xmlListShouldCarryItsAttributes() {
        Elements list = new Elements("Things", Map.of("total", "\"1\""), List.of(Element.named("Thing").with("a", "<&>")));
        assertThat(XmlText.of("Root", list)).contains(
                "<Things total=\"&quot;1&quot;\"><Thing><A>&lt;&amp;&gt;</A></Thing></Things>");
    }

    @Test
    void anyTextShouldStayWellFormed() {
        String nasty = "\u0000\u0001\"\\\n\r\t\u2028\uD83D\uDE00\uD800]]>";
        Element element = Element.named("T").with("a", nasty);

        assertThat(JsonText.of(element)).isEqualTo(
                "{\"a\":\"\\u0000\\u0001\\\"\\\\\\n\\r\\t\\u2028\\ud83d\\ude00\\ud800]]>\"}");
        assertThat(XmlText.of("R", element)).contains(
                "<A>\uFFFD\uFFFD&quot;\\\n&#13;\t\u2028\uD83D\uDE00\uFFFD]]&gt;</A>");
    }

    @Test
    void emptyPropertyThatIsAlwaysThereShouldBeNullInJsonAndAbsentInXml() {
        Element element = Element.named("Number").withOrNull("voice_url", Optional.empty())
                .withOrNull("sms_url", Optional.of("u"));
        assertThat(JsonText.of(element)).isEqualTo("{\"voice_url\":null,\"sms_url\":\"u\"}");
        assertThat(XmlText.of("R", element)).contains("<R><Number><SmsUrl>u</SmsUrl></Number></R>");
    }
}
