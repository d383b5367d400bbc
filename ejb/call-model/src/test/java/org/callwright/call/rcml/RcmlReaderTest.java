package org.callwright.call.rcml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.callwright.call.value.FetchedDocument;
import org.callwright.call.value.HttpMethod;
import org.junit.jupiter.api.Test;

class RcmlReaderTest {

    private static RcmlDocument read(String verbs) throws RcmlRefusal {
        return RcmlReader.read(new FetchedDocument(URI.create("http://app.example/voice"), 200, "text/xml",
                "<Response>" + verbs + "</Response>"));
    }

    private static Verb only(String verb) throws RcmlRefusal {
        RcmlDocument document = read(verb);
        assertThat(document.verbs()).hasSize(1);
        return document.verbs().get(0);
    }

    /** Codes of the warnings about this verb, which is read all the same. */
    private static List<Integer> warnings(String verb) throws RcmlRefusal {
        assertThat(read(verb).verbs()).hasSize(1);
        return read(verb).warnings().stream().map(RcmlWarning::code).toList();
    }

    @Test
    void defaultsShouldBeThoseOfTheDocumentation() throws RcmlRefusal {
        assertThat(only("<Say>Hi</Say>")).isEqualTo(new Verb.Say("Hi", "en", "man", 1));
        assertThat(only("<Play>a.wav</Play>")).isEqualTo(new Verb.Play("a.wav", 1));
        assertThat(only("<Pause/>")).isEqualTo(new Verb.Pause(1));
        assertThat(only("<Redirect>/a</Redirect>")).isEqualTo(new Verb.Redirect("/a", HttpMethod.POST));
        assertThat(only("<Reject/>")).isEqualTo(new Verb.Reject(false));
        assertThat(only("<Hangup/>")).isEqualTo(new Verb.Hangup());
        assertThat(only("<Record/>")).isEqualTo(
                new Verb.Record(Optional.empty(), HttpMethod.POST, 5, new Keys("1234567890*#"), 3600, true));
        assertThat(only("<Gather/>")).isEqualTo(new Verb.Gather(Optional.empty(), HttpMethod.POST, 5, 5, Keys.POUND,
                Optional.empty(), Keys.ANY, false, List.of()));
    }

    @Test
    void recordShouldReadWhatIsAllowed() throws RcmlRefusal {
        assertThat(read("<Record action='/a' method='GET' timeout='3' finishOnKey='1#' maxLength='2' playBeep='no'"
                + " media='audio_only'/>").warnings()).isEmpty();
        assertThat(only("<Record action='/a' method='get' timeout='3' finishOnKey='1#' maxLength='2' playBeep='no'/>"))
                .isEqualTo(new Verb.Record(Optional.of("/a"), HttpMethod.GET, 3, new Keys("1#"), 2, false));
        assertThat(((Verb.Record) only("<Record finishOnKey='-1'/>")).finishOnKey()).isEqualTo(Keys.NONE);
        assertThat(((Verb.Record) only("<Record finishOnKey=''/>")).finishOnKey()).isEqualTo(Keys.POUND);
    }

    @Test
    void recordShouldPutRightWhatIsNotAllowedAndWarn() throws RcmlRefusal {
        String wrong = "<Record method='PUT' timeout='soon' finishOnKey='A' maxLength='0' media='video_only'/>";
        assertThat(warnings(wrong)).containsExactlyInAnyOrder(13610, 13612, 13613, 13612, 13612);
        assertThat(only(wrong)).isEqualTo(
                new Verb.Record(Optional.empty(), HttpMethod.POST, 5, Keys.POUND, 3600, true));
    }

    @Test
    void recordOfOneSecondShouldBeHonouredWithAWarning() throws RcmlRefusal {
        assertThat(((Verb.Record) only("<Record maxLength='1'/>")).maxLength()).isEqualTo(1);
        assertThat(warnings("<Record maxLength='1'/>")).containsExactly(13612);
    }

    @Test
    void numbersBeyondMeasureShouldBeWarnedOf() throws RcmlRefusal {
        assertThat(((Verb.Record) only("<Record maxLength='99999999999'/>")).maxLength()).isEqualTo(3600);
        assertThat(warnings("<Record maxLength='-5'/>")).containsExactly(13612);
    }

    @Test
    void minusOneShouldOnlyStandAlone() throws RcmlRefusal {
        assertThat(warnings("<Record finishOnKey='-12'/>")).containsExactly(13613);
    }

    @Test
    void nothingShouldBeNestedInRecord() throws RcmlRefusal {
        assertThat(warnings("<Record><Say>Hi</Say></Record>")).containsExactly(12200);
        assertThat(warnings("<Record><Anything/></Record>")).isEmpty();
    }

    @Test
    void gatherShouldReadItsAttributesAndPrompts() throws RcmlRefusal {
        Verb.Gather gather = (Verb.Gather) only("<Gather action='/a' method='GET' timeout='9' postTimeout='2'"
                + " finishOnKey='*' numDigits='4' startInputKey='12' actionOnEmptyResult='true'>"
                + "<Say>Hi</Say><Nonsense/><Play loop='2'>a.wav</Play><Pause length='3'/></Gather>");
        assertThat(gather).isEqualTo(new Verb.Gather(Optional.of("/a"), HttpMethod.GET, 9, 2, new Keys("*"),
                Optional.of(4), new Keys("12"), true,
                List.of(Verb.Say.of("Hi"), new Verb.Play("a.wav", 2), new Verb.Pause(3))));
    }

    @Test
    void gatherShouldPutRightWhatIsNotAllowedAndWarn() throws RcmlRefusal {
        assertThat(warnings("<Gather method='PUT' timeout='x' finishOnKey='##A' numDigits='0' startInputKey='x'/>"))
                .containsExactlyInAnyOrder(14104, 13313, 13310, 13314, 13315);
        assertThat(warnings("<Gather action=' '/>")).containsExactly(11101);
        assertThat(warnings("<Gather input='speech'/>")).containsExactly(12200);
        assertThat(warnings("<Gather><Say voice='robot' loop='x'>Hi</Say></Gather>"))
                .containsExactlyInAnyOrder(13321, 13322);
        assertThat(warnings("<Gather><Record/></Gather>")).containsExactly(12200);
    }

    @Test
    void otherVerbsShouldPutRightWhatIsNotAllowedAndWarn() throws RcmlRefusal {
        assertThat(warnings("<Say voice='robot' loop='-1'>Hi</Say>")).containsExactlyInAnyOrder(13511, 13510);
        assertThat(warnings("<Play loop='x'>a.wav</Play>")).containsExactly(13410);
        assertThat(warnings("<Pause length='0'/>")).containsExactly(13910);
        assertThat(warnings("<Redirect method='PUT'>/a</Redirect>")).containsExactly(13710);
    }

    @Test
    void languageShouldBeALowerCaseTagOrEnglish() throws RcmlRefusal {
        assertThat(((Verb.Say) only("<Say language='pt-BR'>Oi</Say>")).language()).isEqualTo("pt-br");
        assertThat(((Verb.Say) only("<Say language='awspolly.ja-JP'>Hi</Say>")).language()).isEqualTo("ja-jp");
        assertThat(((Verb.Say) only("<Say language='../etc'>Hi</Say>")).language()).isEqualTo("en");
    }

    @Test
    void namesShouldBeCaseSensitive() throws RcmlRefusal {
        assertThat(read("<say>Hi</say><HANGUP/>").verbs()).isEmpty();
        assertThat(((Verb.Say) only("<Say Voice='woman'>Hi</Say>")).voice()).isEqualTo("man");
    }

    @Test
    void knownVerbsThatAreNotSupportedShouldBeWarnedOf() throws RcmlRefusal {
        assertThat(read("<Email>Hi</Email><Sms>Hi</Sms><Hold/>").warnings()).extracting(RcmlWarning::code)
                .containsExactly(12200, 12200, 12200);
    }

    @Test
    void rootOfAnotherNameShouldRunWithAWarning() throws RcmlRefusal {
        RcmlDocument document = RcmlReader.read(new FetchedDocument(URI.create("http://a.example/"), 200,
                "application/xml", "<Answer><Say>Hi</Say></Answer>"));
        assertThat(document.verbs()).containsExactly(Verb.Say.of("Hi"));
        assertThat(document.warnings()).extracting(RcmlWarning::code).containsExactly(12200);
    }

    @Test
    void otherContentTypesShouldBeRefused() {
        assertThatThrownBy(() -> RcmlReader.read(
                new FetchedDocument(URI.create("http://a.example/"), 200, "application/json", "{}")))
                .isInstanceOf(RcmlRefusal.class).hasMessageContaining("application/json");
        assertThatThrownBy(() -> RcmlReader.read(
                new FetchedDocument(URI.create("http://a.example/"), 200, "", "<Response/>")))
                .isInstanceOf(RcmlRefusal.class).hasMessageContaining("no content type");
    }
}
