package org.callwright.media.codecs.file;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callwright.media.codecs.Goertzel;

/** A second of sines of the same amplitude, added up, and what became of them. */
record Tones(List<Integer> hertz, double amplitude) {

    /** A multiple of the period of all frequencies that are multiples of 20 Hz. */
    private static final int RANGE = 4_800;

    /** The command by which sox makes them; {@code format} is what it says of the file in front of the name. */
    String[] sox(int rate, List<String> format, String file) {
        List<String> command = new ArrayList<>(
                List.of("sox", "-r", String.valueOf(rate), "-c", String.valueOf(hertz.size()), "-n"));
        command.addAll(format);
        command.addAll(List.of(file, "synth", "1"));
        hertz.forEach(one -> command.addAll(List.of("sine", String.valueOf(one))));
        command.addAll(List.of("remix", IntStream.rangeClosed(1, hertz.size())
                .mapToObj(channel -> channel + "v" + amplitude / 32_768).collect(Collectors.joining(","))));
        return command.toArray(String[]::new);
    }

    double amplitudeOf(int index, short[] samples) {
        return Goertzel.amplitude(samples, samples.length / 2 - RANGE / 2, RANGE, hertz.get(index), 8000);
    }

    /** Power of the sines over the power of everything else, in dB, wherever they begin. */
    double signalToNoise(short[] samples) {
        double power = 0;
        int from = samples.length / 2 - RANGE / 2;
        for (int i = 0; i < RANGE; i++) {
            power += (double) samples[from + i] * samples[from + i] / RANGE;
        }
        double signal = 0;
        for (int i = 0; i < hertz.size(); i++) {
            signal += Math.pow(amplitudeOf(i, samples), 2) / 2;
        }
        return 10 * Math.log10(signal / Math.max(1e-9, power - signal));
    }
}
