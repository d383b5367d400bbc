package org.callwright.call.rcml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HardenedXmlTest {

    private static void assertRefused(String xml, String why) {
        assertThatThrownBy(() -> HardenedXml.read(xml)).isInstanceOf(RcmlRefusal.class).hasMessageContaining(why)
                .satisfies(refusal -> assertThat(((RcmlRefusal) refusal).code()).isEqualTo(12100));
    }

    @Test
    void elementsAttributesAndTextShouldBeRead() throws RcmlRefusal {
        XmlElement root = HardenedXml.read("<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- hi -->"
                + "<Response><Say voice='man'> Grüß <b>Gott</b>! </Say><Pause/></Response>");

        assertThat(root.name()).isEqualTo("Response");
        assertThat(root.children()).extracting(XmlElement::name).containsExactly("Say", "Pause");
        assertThat(root.children().get(0).attribute("voice")).contains("man");
        assertThat(root.children().get(0).plainText()).isEqualTo("Grüß Gott!");
    }

    @Test
    void byteOrderMarkAndLeadingBlanksShouldBeTolerated() throws RcmlRefusal {
        assertThat(HardenedXml.read("\uFEFF\r\n <?xml version=\"1.0\"?><Response/>").name()).isEqualTo("Response");
    }

    @Test
    void bareAmpersandsShouldBeTolerated() throws RcmlRefusal {
        assertThat(HardenedXml.read("<R a='x&y'>http://h/?a=1&b=2&amp;c=3 & &#65;&lt;</R>"))
                .satisfies(root -> assertThat(root.text()).isEqualTo("http://h/?a=1&b=2&c=3 & A<"))
                .satisfies(root -> assertThat(root.attribute("a")).contains("x&y"));
    }

    @Test
    void ampersandsInCdataShouldStayAsTheyAre() throws RcmlRefusal {
        assertThat(HardenedXml.read("<R><![CDATA[a & b]]><!-- & --> & c</R>").text()).isEqualTo("a & b & c");
    }

    @Test
    void undeclaredNamespacePrefixShouldBeTolerated() throws RcmlRefusal {
        assertThat(HardenedXml.read("<R><x:Say>Hi</x:Say></R>").children().get(0).name()).isEqualTo("x:Say");
    }

    @Test
    void doctypeShouldBeRefused() {
        assertRefused("<!DOCTYPE Response><Response/>", "document type declaration");
        assertRefused("<!DOCTYPE Response SYSTEM 'http://evil.example/x.dtd'><Response/>", "document type declaration");
    }

    @Test
    void entitiesShouldBeRefused() {
        assertRefused("<!DOCTYPE r [<!ENTITY x 'y'>]><r>&x;</r>", "document type declaration");
        assertThatThrownBy(() -> HardenedXml.read("<r>&x;</r>")).isInstanceOf(RcmlRefusal.class);
    }

    @Test
    void malformedTextShouldBeRefused() {
        assertRefused("<Response><Say></Response>", "well-formed");
        assertRefused("hello", "well-formed");
        assertRefused("<a/><b/>", "well-formed");
        assertRefused("<a>\u0001</a>", "well-formed");
        assertRefused("", "well-formed");
    }

    @Test
    void damagedTextShouldBeReadOrRefusedButNothingElse() {
        String sound = "<?xml version=\"1.0\"?><Response a='1'><Say loop=\"2\">Hi &amp; bye</Say><![CDATA[x]]>"
                + "</Response>";
        String noise = "<>&;!?[]-'\"\u0000\u00e9\ud800=/ aD";
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(sound);
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                text.setCharAt(random.nextInt(text.length()), noise.charAt(random.nextInt(noise.length())));
            }
            try {
                HardenedXml.read(text.toString());
            } catch (RcmlRefusal e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 19_999);
    }

    @Test
    void tooMuchOfAnythingShouldBeRefused() {
        assertRefused("<a>" + "x".repeat(HardenedXml.MAX_CHARACTERS) + "</a>", "longer than");
        assertRefused("<a>".repeat(33) + "</a>".repeat(33), "nested deeper");
        assertRefused("<a>" + "<b/>".repeat(2_000) + "</a>", "elements");
        assertRefused("<a " + IntStream.range(0, 33).mapToObj(i -> "a" + i + "='1'").collect(Collectors.joining(" "))
                + "/>", "attributes");
    }
}
