package org.callwright.media.tts.mary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.callwright.media.spi.tts.SpeechRequest;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.media.spi.tts.TtsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaryLibraryTest {

    @TempDir
    Path folder;

    @Test
    void providerShouldBeFoundAsAServiceAndBeOffWithoutItsProperty() {
        TtsProvider provider = ServiceLoader.load(TtsProvider.class).findFirst().orElseThrow();
        assertThat(provider.name()).isEqualTo("marytts");
        assertThat(provider.available()).isFalse();
        assertThatThrownBy(() -> provider.synthesize(new SpeechRequest("hello", "en", "man")))
                .isInstanceOfSatisfying(TtsException.class,
                        e -> assertThat(e.code()).isEqualTo(TtsException.ENGINE_FAILURE));
        provider.close();
    }

    @Test
    void missingFolderShouldTurnTheProviderOff() {
        assertThat(new MaryProvider(folder.resolve("none").toString()).available()).isFalse();
    }

    @Test
    void folderWithoutEngineShouldTurnTheProviderOff() {
        assertThat(new MaryProvider(folder.toString()).available()).isFalse();
        assertThatThrownBy(() -> MaryLibrary.in(folder)).isInstanceOf(IOException.class)
                .hasMessageContaining("marytts-runtime");
    }

    @Test
    void brokenEngineShouldTurnTheProviderOff() throws Exception {
        Files.writeString(folder.resolve("marytts-runtime-9.jar"), "no jar");
        Files.writeString(folder.resolve("voice-cmu-slt-hsmm-9.jar"), "no jar");
        MaryProvider provider = new MaryProvider(folder.toString());
        assertThatThrownBy(() -> provider.synthesize(new SpeechRequest("hello", "en", "man")))
                .isInstanceOf(TtsException.class);
        assertThat(provider.available()).isFalse();
        assertThat(provider.ready()).isFalse();
        provider.close();
    }

    @Test
    void closedProviderShouldStayOff() {
        MaryProvider provider = new MaryProvider(folder.toString());
        provider.close();
        assertThat(provider.available()).isFalse();
        assertThatThrownBy(() -> provider.synthesize(new SpeechRequest("hello", "en", "man")))
                .isInstanceOf(TtsException.class);
    }

    @Test
    void versionShouldNameEngineAndVoiceBeforeTheyAreLoaded() throws Exception {
        Files.writeString(folder.resolve("marytts-runtime-5.2.1.jar"), "");
        Files.writeString(folder.resolve("voice-cmu-slt-hsmm-5.2.1.jar"), "");
        assertThat(MaryLibrary.in(folder).version()).isEqualTo("5.2.1 with cmu-slt-hsmm 5.2.1");
    }
}
