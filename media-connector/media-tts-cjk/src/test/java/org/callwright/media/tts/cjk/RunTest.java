package org.callwright.media.tts.cjk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RunTest {

    private static final Pattern CODE = Pattern.compile("码[^0-9]{0,3}$");

    @Test
    void eachKindShouldBeToldApart() {
        assertThat(cut("在10:30来 Google Maps。付1,234.50元")).containsExactly("OTHER 在", "TIME 10:30", "OTHER 来 ",
                "LATIN Google Maps", "OTHER 。付", "NUMBER 1,234.50", "OTHER 元");
    }

    @Test
    void codesAndPhoneNumbersShouldBeDigits() {
        assertThat(cut("码是472")).contains("DIGITS 472");
        assertThat(cut("码是1, 2")).contains("DIGITS 1");
        assertThat(cut("共472")).contains("NUMBER 472");
        assertThat(cut("007")).containsExactly("DIGITS 007");
        assertThat(cut("13800138000")).containsExactly("DIGITS 13800138000");
        assertThat(cut("400-820-8820")).containsExactly("DIGITS 400-820-8820");
    }

    @Test
    void fullWidthShouldBePlain() {
        assertThat(cut("１２％ＡＴＭ")).containsExactly("NUMBER 12%", "LATIN ATM");
    }

    @Test
    void lettersAndDigitsOfACodeShouldBeParted() {
        assertThat(cut("A3F")).containsExactly("LATIN A", "NUMBER 3", "LATIN F");
    }

    /** On a thread with as little stack as any. */
    @Test
    void longTextShouldNotNeedMoreStackThanAThreadHas() throws InterruptedException {
        List<Integer> runs = new ArrayList<>();
        Thread thread = new Thread(null, () -> {
            runs.add(cut("a ".repeat(2_000)).size());
            runs.add(cut("1-".repeat(1_999) + "1").size());
            runs.add(cut("1" + ",000".repeat(999)).size());
        }, "small", 180_000);
        thread.start();
        thread.join();
        assertThat(runs).containsExactly(2, 1, 1);
    }

    @Test
    void nothingShouldGiveNothing() {
        assertThat(Run.of("", CODE)).isEmpty();
    }

    private static List<String> cut(String text) {
        return Run.of(text, CODE).stream().map(run -> run.kind() + " " + run.text()).toList();
    }
}
