package org.callwright.media.mgcp.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackagedItemsTest {

    @Test
    void signalsShouldBeReadAndWritten() throws Exception {
        String text = "AU/pa(an=file:///a.wav,silence:40,si(5) it=3 id=7),AU/es(sg=pr),G/rt";
        List<Signal> signals = Signal.parseList(text);
        assertThat(signals).hasSize(3);
        assertThat(signals.get(0).fullName()).isEqualTo("AU/pa");
        assertThat(signals.get(0).arguments().get("an")).contains("file:///a.wav,silence:40,si(5)");
        assertThat(signals.get(0).arguments().longOf("it")).hasValue(3);
        assertThat(signals.get(1).arguments().get("sg")).contains("pr");
        assertThat(signals.get(2)).isEqualTo(new Signal("G", "rt", Arguments.NONE));
        assertThat(Signal.parseList(Signal.format(signals))).isEqualTo(signals);
        assertThat(Signal.parseList("")).isEmpty();
        assertThat(Signal.parseList("au/PA@1F(an=a:b)").get(0).fullName()).isEqualTo("AU/pa");
    }

    @Test
    void valuesOfAnyKindShouldComeBack() throws Exception {
        for (String value : List.of("a b", "say \"hi\"", "(open", "x,y", "[", "\"", "a=b", "#", "")) {
            Arguments arguments = Arguments.NONE.with("rc", 300).with("tx", value).with("id", 7);
            ObservedEvent event = new ObservedEvent("AU", "of", arguments);
            assertThat(ObservedEvent.parseList(event + ",D/5")).as(value)
                    .containsExactly(event, new ObservedEvent("D", "5", Arguments.NONE));
        }
    }

    @Test
    void bareWordsShouldBeKept() throws Exception {
        Arguments arguments = ObservedEvent.parseList("AU/oc(AU/pa rc=100)").get(0).arguments();
        assertThat(arguments.get("au/pa")).contains("");
        assertThat(arguments.longOf("rc")).hasValue(100);
    }

    @Test
    void requestedEventsShouldCoverWhatTheyName() throws Exception {
        List<RequestedEvent> events = RequestedEvent.parseList("D/[0-9*#A-D](N), AU/oc(N,A),au/of,D/x(I)");
        assertThat(events).hasSize(4);
        assertThat(events.get(0).actions()).isEqualTo(Set.of('N'));
        assertThat(events.get(1).actions()).isEqualTo(Set.of('N', 'A'));
        assertThat(events.get(2)).isEqualTo(RequestedEvent.notify("AU", "of"));
        for (char digit : "0123456789*#ABCDabcd".toCharArray()) {
            assertThat(events.get(0).covers("D", String.valueOf(digit))).isTrue();
            assertThat(events.get(3).covers("D", String.valueOf(digit))).isEqualTo(Character.isDigit(digit));
        }
        assertThat(events.get(0).covers("D", "E")).isFalse();
        assertThat(events.get(0).covers("D", "12")).isFalse();
        assertThat(events.get(0).covers("AU", "1")).isFalse();
        assertThat(events.get(1).covers("AU", "OC")).isTrue();
        assertThat(RequestedEvent.parseList("D/all").get(0).covers("D", "#")).isTrue();
        assertThat(RequestedEvent.parseList(RequestedEvent.format(events))).isEqualTo(events);
    }

    @Test
    void textsThatDoNotFollowTheGrammarShouldBeRefused() {
        for (String text : List.of("AU/pa(an=x", "AU/pa)", "AU/(x)", "AU/pa(x)y", "AU/pa(an=\"x)", "((((((((((",
                "AU/pa(=x)", "a,".repeat(300))) {
            assertThatThrownBy(() -> Signal.parseList(text)).as(text).isInstanceOf(MgcpSyntaxException.class);
        }
        assertThatThrownBy(() -> RequestedEvent.parseList("AU/oc(notify)")).isInstanceOf(MgcpSyntaxException.class);
    }
}
