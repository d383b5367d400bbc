package org.callwright.amd.corpus;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** The calls of one part. The same seed, size and speech programs give the same samples. */
public final class Corpus {

    private final List<Answer> answers = new ArrayList<>();
    private final List<Voice> voices;

    /**
     * Makes it; needs espeak-ng, and takes flite's voices too where flite is.
     *
     * @param size calls of each kind
     * @param folder where speech is kept for the next time
     */
    public Corpus(Part part, long seed, int size, Path folder) {
        if (!Speaker.has("espeak-ng")) {
            throw new IllegalStateException("espeak-ng is not installed");
        }
        voices = Voice.all(Speaker.has("flite")).stream().filter(voice -> voice.part() == part).toList();
        Speaker speaker = new Speaker(folder);
        for (Kind kind : Kind.values()) {
            AnswerMaker maker = new AnswerMaker(part, kind, voices, speaker);
            for (int i = 0; i < size; i++) {
                Random random = new Random(((seed * 31 + part.ordinal()) * 31 + kind.ordinal()) * 1_000_003L + i);
                answers.add(maker.make(part + "-" + kind + "-" + i, random));
            }
        }
    }

    public List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** Names of the voices. */
    public List<String> voices() {
        return voices.stream().map(Voice::toString).toList();
    }

    /** First digits of a digest of all samples: equal when the corpus is. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Answer answer : answers) {
                ByteBuffer bytes = ByteBuffer.allocate(answer.samples().length * 2);
                bytes.asShortBuffer().put(answer.samples());
                digest.update(bytes.array());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
