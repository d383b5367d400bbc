package org.callwright.media.tts.cjk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseNumbersTest {

    @ParameterizedTest
    @CsvSource({"0,零", "2,二", "10,十", "12,十二", "20,二十", "101,一百零一", "110,一百一十", "472,四百七十二", "1000,一千",
        "2002,两千零二", "1010,一千零一十", "10000,一万", "20300,两万零三百", "120000,十二万", "1002003,一百万两千零三",
        "100000001,一亿零一", "3.14,三点一四", "0.5,零点五", "50%,百分之五十", "'1,234',一千二百三十四"})
    void quantityShouldBeSaidInWords(String number, String words) {
        assertThat(ChineseNumbers.quantity(number)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"10,0,十点", "8,30,八点三十分", "2,5,两点零五分", "0,0,零点"})
    void timeShouldBeSaidInWords(int hours, int minutes, String words) {
        assertThat(ChineseNumbers.time(hours, minutes)).isEqualTo(words);
    }
}
