package org.callwright.media.tts.cjk;

import static org.assertj.core.api.Assertions.assertThat;

import org.callwright.media.tts.espeak.Transcriber.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KanaTranscriberTest {

    private final KanaTranscriber transcriber = new KanaTranscriber();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "こんにちは|コンニチワ",
        "私は日本人です。|ワタシワ ニッポンジンデス.",
        "認証コードは472です。|ニンショー コードワ ヨン ナナ ニ デス.",
        "有効期限は10分です|ユーコー キゲンワ ジュップン デス",
        "東京へ行く|トーキョーエ イク",
        "これを3回押す|コレオ サンカイ オス"})
    void sentenceShouldBecomeKatakana(String text, String kana) {
        assertThat(transcriber.transcribe(text)).containsExactly(new Passage(kana, false));
    }

    @Test
    void latinLettersShouldBeReadInEnglish() {
        assertThat(transcriber.transcribe("Googleの認証")).containsExactly(
                new Passage("Google", true), new Passage("ノ ニンショー", false));
    }

    @Test
    void nothingToReadShouldGiveNothing() {
        assertThat(transcriber.transcribe("。、")).isEmpty();
    }

    @Test
    void onlyJapaneseShouldBeTranscribed() {
        assertThat(transcriber.voice("ja-jp")).contains("ja");
        assertThat(transcriber.voice("zh-cn")).isEmpty();
    }
}
