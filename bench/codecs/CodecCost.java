import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ServiceLoader;
import org.callwright.media.codecs.dtmf.DtmfDetector;
import org.callwright.media.spi.MediaCodec;
import org.callwright.media.spi.MediaCodecProvider;

/** Measures processor time of one thread per second of audio, in packets of 20 ms, after as much for warming up. */
public final class CodecCost {

    private static final int PACKET = 160;

    private CodecCost() {
    }

    public static void main(String[] arguments) {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 120;
        short[] audio = audio(seconds * 8000);
        System.out.println("codec      encode   decode   (% of a core per leg)");
        List<MediaCodecProvider> providers = new ArrayList<>();
        ServiceLoader.load(MediaCodecProvider.class).forEach(providers::add);
        providers.sort(Comparator.comparingInt(MediaCodecProvider::priority));
        for (MediaCodecProvider provider : providers) {
            cost(provider.create(), audio);
            double[] cost = cost(provider.create(), audio);
            System.out.printf(Locale.ROOT, "%-8s %8.4f %8.4f%n", provider.encodingName(), cost[0], cost[1]);
        }
        listen(audio);
        System.out.printf(Locale.ROOT, "%-8s          %8.4f%n", "keys", listen(audio));
    }

    private static double[] cost(MediaCodec codec, short[] audio) {
        byte[][] packets = new byte[audio.length / PACKET][2 * PACKET];
        int[] lengths = new int[packets.length];
        long start = cpu();
        for (int i = 0; i < packets.length; i++) {
            lengths[i] = codec.encode(audio, i * PACKET, PACKET, packets[i], 0);
        }
        long between = cpu();
        short[] samples = new short[PACKET];
        for (int i = 0; i < packets.length; i++) {
            codec.decode(packets[i], 0, lengths[i], samples, 0);
        }
        return new double[] {share(between - start, audio), share(cpu() - between, audio)};
    }

    private static double listen(short[] audio) {
        int[] keys = new int[1];
        DtmfDetector detector = new DtmfDetector(key -> keys[0]++);
        long start = cpu();
        for (int at = 0; at < audio.length; at += PACKET) {
            detector.accept(audio, at, PACKET);
        }
        return share(cpu() - start, audio);
    }

    private static double share(long nanos, short[] audio) {
        return 100.0 * nanos / (audio.length / 8000.0 * 1e9);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Voiced and unvoiced stretches in turn, with a pitch that moves. */
    private static short[] audio(int count) {
        Random random = new Random(5);
        short[] samples = new short[count];
        double memory = 0;
        double before = 0;
        int next = 0;
        for (int i = 0; i < count; i++) {
            double pulse = random.nextGaussian() * (i / 2400 % 3 == 0 ? 900 : 60);
            if (i == next) {
                pulse += i / 2400 % 3 == 0 ? 0 : 7000;
                next += 50 + i / 1600 % 40;
            }
            double sample = pulse + 1.5 * memory - 0.8 * before;
            before = memory;
            memory = sample;
            samples[i] = (short) Math.max(-32_768, Math.min(32_767, sample));
        }
        return samples;
    }
}
