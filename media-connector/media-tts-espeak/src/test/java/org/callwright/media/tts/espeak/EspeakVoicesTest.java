package org.callwright.media.tts.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EspeakVoicesTest {

    @ParameterizedTest
    @CsvSource({"en,en-us", "en-us,en-us", "EN-GB,en-gb", "en_us,en-us", "en-ca,en-us", "en-in,en-gb", "fr,fr-fr",
        "fr-ca,fr-fr", "bf,fr-be", "cf,fr-fr", "bp,pt-br", "pt-br,pt-br", "pt-pt,pt", "dan,da", "da-dk,da", "no,nb",
        "nb-no,nb", "zh-hk,yue", "yue,yue", "ko-kr,ko", "es-mx,es-419", "es-es,es", "ca-es,ca", "de-at,de", "ru-ru,ru",
        "sv-se,sv", "tr,tr", "el,el", "cs,cs", "fi-fi,fi", "it-it,it", "nl-nl,nl", "pl-pl,pl", "ar,ar"})
    void tagShouldGiveItsVoice(String tag, String voice) {
        assertThat(EspeakVoices.voice(tag)).contains(voice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-cn", "zh-tw", "zh", "cmn", "ja-jp", "ja", "xx", "", "-", "en/../x", "--path=/tmp"})
    void unknownTagShouldHaveNoVoice(String tag) {
        assertThat(EspeakVoices.voice(tag)).isEmpty();
    }

    @Test
    void womanShouldBeAVariant() {
        assertThat(EspeakVoices.variant("de", true)).isEqualTo("de+f3");
        assertThat(EspeakVoices.variant("de", false)).isEqualTo("de");
    }
}
