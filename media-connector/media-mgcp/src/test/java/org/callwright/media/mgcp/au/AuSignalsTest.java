package org.callwright.media.mgcp.au;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.callwright.media.mgcp.message.MgcpSyntaxException;
import org.callwright.media.mgcp.message.ObservedEvent;
import org.callwright.media.mgcp.message.Signal;
import org.callwright.media.spi.AudioFormat;
import org.callwright.media.spi.RecordedAudio;
import org.junit.jupiter.api.Test;

class AuSignalsTest {

    private static Signal read(String text) throws MgcpSyntaxException {
        return Signal.parseList(text).get(0);
    }

    @Test
    void playShouldComeBackFromTheWire() throws Exception {
        Path odd = Path.of("/tmp/a (b), c=d 'é.wav");
        AuPlay play = new AuPlay(List.of(AuSegment.File.of(odd), new AuSegment.Silence(Duration.ofMillis(40)),
                new AuSegment.Tone(800, -10, Duration.ofMillis(100)), new AuSegment.Beep()), 0, OptionalLong.of(7));
        assertThat(play.signal()).hasToString("AU/pa(an=file:///tmp/a%20%28b%29%2C%20c%3Dd%20%27%C3%A9.wav,silence:40,"
                + "tone:800:-10:100,beep: it=-1 id=7)");
        AuPlay again = AuPlay.of(read(play.signal().toString()));
        assertThat(again).isEqualTo(play);
        assertThat(Path.of(((AuSegment.File) again.announcement().get(0)).uri())).isEqualTo(odd);
    }

    @Test
    void playAsOthersWriteItShouldBeUnderstood() throws Exception {
        AuPlay play = AuPlay.of(read("AU/pa(an=file:///opt/a.wav,si(5) it=2)"));
        assertThat(play).isEqualTo(new AuPlay(List.of(new AuSegment.File(URI.create("file:///opt/a.wav")),
                new AuSegment.Silence(Duration.ofMillis(500))), 2, OptionalLong.empty()));
    }

    @Test
    void recordShouldComeBackFromTheWire() throws Exception {
        AuRecord record = new AuRecord(URI.create("file:///r/1.gsm"), List.of(new AuSegment.Beep()), true,
                Optional.of(Duration.ofMillis(1234)), Optional.of(Duration.ofMillis(250)),
                Optional.of(Duration.ofMillis(250)), Optional.of(RecordedAudio.MIXED), Optional.of(AudioFormat.GSM),
                "#*", OptionalLong.of(9));
        assertThat(record.signal()).hasToString("AU/pr(ri=file:///r/1.gsm ip=beep: rlt=13 prt=3 pst=3 eik=#* ml=1234"
                + " sl=250 bp=true au=mixed fm=gsm id=9)");
        assertThat(AuRecord.of(read(record.signal().toString()))).isEqualTo(record);
    }

    @Test
    void recordAsOthersWriteItShouldBeUnderstood() throws Exception {
        AuRecord record = AuRecord.of(read("AU/pr(ri=file:///r/1.wav rlt=50 pst=20 prt=30 eik=#)"));
        assertThat(record).isEqualTo(new AuRecord(URI.create("file:///r/1.wav"), List.of(), false,
                Optional.of(Duration.ofSeconds(5)), Optional.of(Duration.ofSeconds(3)),
                Optional.of(Duration.ofSeconds(2)), Optional.empty(), Optional.empty(), "#", OptionalLong.empty()));
        assertThat(record.signal()).hasToString("AU/pr(ri=file:///r/1.wav rlt=50 prt=30 pst=20 eik=#)");
    }

    @Test
    void collectShouldComeBackFromTheWire() throws Exception {
        AuCollect plain = AuCollect.of(read("AU/pc(ip=file:///p.wav mx=4)"));
        assertThat(plain.minDigits()).isEqualTo(1);
        assertThat(plain.maxDigits()).isEqualTo(4);
        assertThat(plain.endInputKeys()).isEqualTo("#");
        assertThat(plain.interruptible()).isTrue();
        AuCollect full = AuCollect.of(read("AU/pc(mn=2 mx=3 fdt=10 idt=5 eik na=2 ni=true rp=silence:100 id=4)"));
        assertThat(full.firstDigit()).isEqualTo(Duration.ofSeconds(1));
        assertThat(full.endInputKeys()).isEmpty();
        assertThat(full.attempts()).isEqualTo(2);
        assertThat(full.interruptible()).isFalse();
        assertThat(AuCollect.of(read(plain.signal().toString()))).isEqualTo(plain);
        assertThat(AuCollect.of(read(full.signal().toString()))).isEqualTo(full);
    }

    @Test
    void resultsShouldComeBackFromTheWire() throws Exception {
        AuResult result = AuResult.of("AU/pr", OptionalLong.of(7), AuReturnCode.SUCCESS).with("en", "max")
                .with("sm", 40_000).with("sh", "true").with("tx", "the disk is full (of it)");
        AuResult again = AuResult.of(ObservedEvent.parseList(result.event().toString()).get(0)).orElseThrow();
        assertThat(again).isEqualTo(result);
        assertThat(again.completed()).isTrue();
        assertThat(again.id()).hasValue(7);
        assertThat(again.end()).isEqualTo("max");
        assertThat(again.samples()).hasValue(40_000);
        assertThat(again.soundHeard()).contains(true);
        assertThat(again.detail()).isEqualTo("the disk is full (of it)");
        AuResult theirs = AuResult.of(ObservedEvent.parseList("AU/oc(AU/pc rc=100 dc=1234)").get(0)).orElseThrow();
        assertThat(theirs.digits()).isEqualTo("1234");
        assertThat(theirs.id()).isEmpty();
        assertThat(AuResult.of(AuResult.of("CW/lr", OptionalLong.empty(), 300).event()).orElseThrow().completed())
                .isFalse();
        assertThat(AuResult.of(ObservedEvent.parseList("D/5").get(0))).isEmpty();
    }

    @Test
    void senselessArgumentsShouldBeRefused() {
        for (String text : List.of("AU/pa(it=2)", "AU/pa(an=nonsense)", "AU/pa(an=file:///a it=x)",
                "AU/pa(an=file:///a id=-1)", "AU/pa(an=file:///%zz)")) {
            assertThatThrownBy(() -> AuPlay.of(read(text))).as(text).isInstanceOf(MgcpSyntaxException.class);
        }
        for (String text : List.of("AU/pr(rlt=5)", "AU/pr(ri=file:///a rlt=x)", "AU/pr(ri=file:///a au=none)",
                "AU/pr(ri=file:///a bp=perhaps)", "AU/pr(ri=file:///a sl=-5)")) {
            assertThatThrownBy(() -> AuRecord.of(read(text))).as(text).isInstanceOf(MgcpSyntaxException.class);
        }
        for (String text : List.of("AU/pc(mn=5 mx=4)", "AU/pc(mx=0)", "AU/pc(na=1000)")) {
            assertThatThrownBy(() -> AuCollect.of(read(text))).as(text).isInstanceOf(MgcpSyntaxException.class);
        }
    }
}
