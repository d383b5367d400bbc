package org.callwright.media.tts.cjk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callwright.media.tts.espeak.Transcriber.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTranscriberTest {

    private final PinyinTranscriber transcriber = new PinyinTranscriber();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "您的验证码是472。|nin2 de5 yan4 zheng4 ma3 shi4 si4 qi1 er4.",
        "您的驗證碼是472。|nin2 de5 yan4 zheng4 ma3 shi4 si4 qi1 er4.",
        "共472元|gong4 si4 bai3 qi1 shi2 er4 yuan2",
        "2026年|er4 ling2 er4 liu4 nian2",
        "你好，世界！|ni3 hao3, shi4 jie4!",
        "绿色|lv4 se4"})
    void sentenceShouldBecomePinyin(String text, String pinyin) {
        assertThat(transcriber.transcribe(text)).containsExactly(new Passage(pinyin, false));
    }

    @ParameterizedTest
    @CsvSource({"银行,yin2 hang2", "行走,xing2 zou3", "重庆,chong2 qing4", "重要,zhong4 yao4", "长大,zhang3 da4",
        "长城,chang2 cheng2", "音乐,yin1 yue4", "快乐,kuai4 le4", "銀行,yin2 hang2"})
    void charactersWithSeveralReadingsShouldBeToldApartByTheirWord(String text, String pinyin) {
        assertThat(transcriber.transcribe(text)).containsExactly(new Passage(pinyin, false));
    }

    @Test
    void latinLettersShouldBeReadInEnglish() {
        assertThat(transcriber.transcribe("请打开Google Maps或ATM。")).containsExactly(
                new Passage("qing3 da3 kai1", false), new Passage("Google Maps", true), new Passage("huo4", false),
                new Passage("A T M", true));
    }

    @Test
    void nothingToReadShouldGiveNothing() {
        assertThat(transcriber.transcribe("。！")).isEmpty();
        assertThat(transcriber.transcribe("Привет")).isEmpty();
    }

    @Test
    void cantoneseShouldBeLeftToTheProgram() {
        assertThat(List.of("zh-hk", "yue", "ja", "en")).allSatisfy(
                language -> assertThat(transcriber.voice(language)).isEmpty());
        assertThat(List.of("zh", "zh-cn", "zh-tw")).allSatisfy(
                language -> assertThat(transcriber.voice(language)).contains("cmn-latn-pinyin"));
    }
}
