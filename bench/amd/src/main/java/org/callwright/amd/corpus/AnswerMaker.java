package org.callwright.amd.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Makes the calls of one part and kind. A person answers after a moment, speaks, waits for some seconds and then often
 * asks again. A machine speaks its sentences with pauses, then mostly beeps, then is silent. Every choice comes from
 * the call's own random numbers.
 */
final class AnswerMaker {

    private static final int LONGEST = 40_000;
    private static final int MACHINE_SILENCE = 6000;
    private static final int HUMAN_LENGTH = 14_000;

    private final Part part;
    private final Kind kind;
    private final List<Voice> voices;
    private final List<Script> scripts;
    private final List<String> smallTalk;
    private final Speaker speaker;

    AnswerMaker(Part part, Kind kind, List<Voice> voices, Speaker speaker) {
        this.part = part;
        this.kind = kind;
        this.voices = voices;
        this.speaker = speaker;
        List<Script> all = Script.all();
        scripts = all.stream().filter(each -> each.part() == part && each.kind() == kind).toList();
        smallTalk = all.stream().filter(each -> each.part() == part && each.sentences().size() > 2)
                .flatMap(each -> each.sentences().stream()).filter(text -> !text.contains("{")).toList();
    }

    Answer make(String id, Random random) {
        Script script = Script.pick(scripts, random);
        Voice voice = voices.get(random.nextInt(voices.size()));
        int speed = kind == Kind.HUMAN ? 150 + 10 * random.nextInt(7) : 130 + 10 * random.nextInt(8);
        int pitch = 40 + 10 * random.nextInt(3);
        double level = between(-36, -16, random);
        Track track = new Track(LONGEST);
        Track voiceTrack = new Track(LONGEST);
        int at = opening(track, level, random);
        List<String> sentences = script.fill(random);
        for (int i = 0; i < sentences.size(); i++) {
            at += i == 0 ? 0 : pause(script, random);
            float[] speech = speaker.say(voice, speed, pitch, sentences.get(i));
            voiceTrack.add(speech, at, level);
            at += Track.millis(speech.length);
        }
        int greetingEnd = at;
        int beepEnd = -1;
        if (kind == Kind.HUMAN) {
            int again = at + 2500 + random.nextInt(3000);
            if (random.nextInt(100) < 60) {
                voiceTrack.add(speaker.say(voice, speed, pitch, "Hello?"), again, level);
            }
            at = Math.max(HUMAN_LENGTH, at + 4000);
        } else {
            if (random.nextInt(100) < 85) {
                beepEnd = beep(track, at + 150 + random.nextInt(1900), level, random);
                at = beepEnd;
            }
            at += MACHINE_SILENCE;
        }
        Line.limitBand(voiceTrack.samples());
        track.add(voiceTrack.samples(), 0, 0);
        String noise = noise(track, at, greetingEnd, level, random);
        return answer(id + " \"" + sentences.get(0) + "\" " + voice + " " + speed + ", " + Math.round(level) + " dB, "
                + noise, script.group(), noise, track, at, greetingEnd, beepEnd, random);
    }

    /** What comes before the first word; gives where that begins. */
    private int opening(Track track, double level, Random random) {
        int ringBack = 0;
        if (random.nextInt(100) < 8) {
            ringBack = 100 + random.nextInt(400);
            double[][] kinds = {{440, 480}, {425}, {400, 450}};
            track.add(Noise.tone(ringBack, kinds[random.nextInt(3)]), 0, between(-30, -16, random));
        }
        if (kind == Kind.HUMAN && random.nextInt(100) < 30) {
            track.add(Noise.click(random), ringBack + random.nextInt(150), level);
        }
        boolean slow = random.nextInt(100) < 4;
        return ringBack + 150 + random.nextInt(700) + random.nextInt(800) + (slow ? 1200 : 0);
    }

    private int pause(Script script, Random random) {
        if (kind == Kind.HUMAN) {
            return script.group().equals("called twice") ? 400 + random.nextInt(700) : 150 + random.nextInt(450);
        }
        int which = random.nextInt(100);
        return which < 65 ? 250 + random.nextInt(350) : which < 93 ? 600 + random.nextInt(400)
                : 1000 + random.nextInt(600);
    }

    private int beep(Track track, int from, double level, Random random) {
        int at = from;
        int beeps = random.nextInt(100) < 8 ? 2 : 1;
        double hertz = random.nextInt(3) == 0 ? List.of(440, 480, 620, 850, 1000, 1004, 1400, 2000)
                .get(random.nextInt(8)) : 400 + random.nextInt(1800);
        int length = 150 + random.nextInt(random.nextInt(3) == 0 ? 1200 : 400);
        double loudness = Math.max(-34, Math.min(-6, level + between(-6, 10, random)));
        for (int i = 0; i < beeps; i++) {
            track.add(Noise.tone(length, hertz), at, loudness);
            at += length + (i + 1 < beeps ? 200 : 0);
        }
        return at;
    }

    private String noise(Track track, int end, int greetingEnd, double level, Random random) {
        boolean ofTheRecording = kind == Kind.MACHINE && random.nextBoolean();
        int until = ofTheRecording ? greetingEnd + 100 : end;
        track.add(Noise.white(Track.at(end), random), 0, between(-78, -62, random));
        double distance = between(12, 35, random);
        String[] kinds = {"quiet", "hiss", "rumble", "hum", "babble", "television"};
        String noise = kinds[random.nextInt(kinds.length)];
        int count = Track.at(until);
        switch (noise) {
            case "hiss" -> track.add(Noise.white(count, random), 0, level - distance);
            case "rumble" -> track.add(Noise.rumble(count, random), 0, level - distance);
            case "hum" -> track.add(Noise.hum(count, random), 0, level - distance);
            case "babble" -> track.add(talk(until, 5, random), 0, level - Math.max(15, distance));
            case "television" -> track.add(talk(until, 1, random), 0, level - Math.max(20, distance));
            default -> {
                return noise;
            }
        }
        return noise + " " + Math.round(distance) + " dB below";
    }

    /** Some people who talk all the time. */
    private float[] talk(int millis, int people, Random random) {
        Track track = new Track(millis);
        for (int i = 0; i < people; i++) {
            Voice voice = voices.get(random.nextInt(voices.size()));
            int at = 0;
            while (at < millis) {
                float[] speech = speaker.say(voice, 160, 50, smallTalk.get(random.nextInt(smallTalk.size())));
                track.add(speech, at, 0);
                at += Track.millis(speech.length) + random.nextInt(500);
            }
        }
        return Noise.level(track.samples());
    }

    private Answer answer(String name, String group, String noise, Track track, int end, int greetingEnd, int beepEnd,
            Random random) {
        short[] coded = Line.coded(Arrays.copyOf(track.samples(), Track.at(end)), random.nextBoolean());
        double losses = random.nextInt(100) < 15 ? 0.01 + 0.02 * random.nextDouble() : 0;
        return new Answer(part, kind, group, noise.split(" ")[0], name, coded,
                Line.losses(coded.length / 160, losses, random), greetingEnd, beepEnd);
    }

    private static double between(double low, double high, Random random) {
        return low + (high - low) * random.nextDouble();
    }
}
