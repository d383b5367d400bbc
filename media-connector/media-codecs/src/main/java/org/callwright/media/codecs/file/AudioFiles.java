package org.callwright.media.codecs.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callwright.media.spi.file.AudioFileException;
import org.callwright.media.spi.file.AudioFileProvider;
import org.callwright.media.spi.file.AudioStream;

/** Opens audio files of all kinds whose providers are installed. */
public final class AudioFiles {

    private final List<AudioFileProvider> providers;

    public AudioFiles(List<AudioFileProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    /** With the providers that these class loaders see, each kind once. */
    public static AudioFiles installed(ClassLoader... loaders) {
        List<AudioFileProvider> found = new ArrayList<>();
        Stream.of(loaders).flatMap(loader -> ServiceLoader.load(AudioFileProvider.class, loader).stream())
                .map(ServiceLoader.Provider::get)
                .filter(one -> found.stream().noneMatch(other -> other.name().equals(one.name())))
                .forEach(found::add);
        return new AudioFiles(found);
    }

    /** The kinds that can be opened, for people. */
    public String kinds() {
        return providers.stream().map(AudioFileProvider::name).sorted().collect(Collectors.joining(", "));
    }

    /**
     * Opens a file, whatever it is called.
     *
     * @throws AudioFileException when it is of no known kind, or can't be played
     */
    public AudioStream open(Path file) throws IOException {
        ByteBuffer beginning;
        try (InputStream in = Files.newInputStream(file)) {
            beginning = ByteBuffer.wrap(in.readNBytes(AudioFileProvider.BEGINNING)).asReadOnlyBuffer();
        }
        for (AudioFileProvider provider : providers) {
            if (provider.recognizes(beginning)) {
                return provider.open(file);
            }
        }
        throw new AudioFileException(beginning.hasRemaining() ? "the file is none of " + kinds() : "the file is empty");
    }
}
