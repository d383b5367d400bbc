package org.callwright.media.tts.cjk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JapaneseNumbersTest {

    @ParameterizedTest
    @CsvSource({"0,ゼロ", "10,ジュウ", "123,ヒャク ニジュウ サン", "300,サンビャク", "600,ロッピャク", "800,ハッピャク", "1000,セン",
        "3000,サンゼン", "8001,ハッセン イチ", "10000,イチマン", "10000000,イッセンマン", "120050,ジュウ ニマン ゴジュウ",
        "100000000,イチオク", "0.5,レイ テン ゴ", "15%,ジュウ ゴ パーセント", "'1,500',セン ゴヒャク"})
    void quantityShouldBeSaidInWords(String number, String words) {
        assertThat(JapaneseNumbers.quantity(number)).isEqualTo(words);
    }

    @Test
    void groupsOfDigitsShouldBePartedByAPause() {
        assertThat(JapaneseNumbers.oneByOne("03-12")).isEqualTo("ゼロ サン, イチ ニ");
    }

    @ParameterizedTest
    @CsvSource({"10,分,ジュップン", "3,分,サンプン", "5,分間,ゴフンカン", "1,分,イップン", "4,時,ヨジ", "19,時,ジュウ クジ",
        "7,月,シチガツ", "20,日,ハツカ", "21,日,ニジュウ イチニチ", "2,人,フタリ", "3,人,サンニン", "1,回,イッカイ", "500,円,ゴヒャクエン",
        "8,歳,ハッサイ", "6,か月,ロッカゲツ", "2026,年,ニセン ニジュウ ロクネン"})
    void numberAndCounterShouldChangeEachOther(String number, String counter, String words) {
        JapaneseCounter found = JapaneseCounter.at(counter).orElseThrow();
        assertThat(found.written()).isEqualTo(counter);
        assertThat(found.counted(number)).isEqualTo(words);
    }

    @Test
    void otherWordsShouldNotCount() {
        assertThat(JapaneseCounter.at("様")).isEmpty();
        assertThat(JapaneseCounter.at("")).isEmpty();
    }
}
