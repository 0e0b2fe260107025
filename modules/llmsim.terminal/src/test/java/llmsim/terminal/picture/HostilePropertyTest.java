package llmsim.terminal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamboui.text.CharWidth;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.terminal.Samples;
import llmsim.terminal.history.History;
import llmsim.terminal.screen.FakeTty;
import llmsim.terminal.screen.Stage;
import llmsim.terminal.shown.Shown;
import llmsim.terminal.shown.Title;
import llmsim.terminal.text.Harmless;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever a name holds, the terminal gets nothing but our own sequences and characters that have a width. */
class HostilePropertyTest {
    private static final String OURS = "\u001b\\[[?0-9;]*[A-Za-z]";

    @Provide
    Arbitrary<String> hostile() {
        var any = Arbitraries.strings().ofMaxLength(80);
        var escapes = Arbitraries.of(
                "\u001b[2J",
                "\u001b]0;title\u0007",
                "\u009b31m",
                "\r\n\t\b\u007f",
                "\u202e\u2066",
                "e\u0301\u0301\u0301",
                "\ud800",
                "👨‍👩‍👧🇩🇪",
                "漢字",
                "\u200b\ufeff",
                "x".repeat(10_000));
        return Arbitraries.oneOf(any, escapes, any.flatMap(a -> escapes.map(b -> a + b + a)));
    }

    @Property
    void everyCharacterHasAWidthAndDoesNotControl(@ForAll("hostile") String text) {
        Harmless.of(text, '?').codePoints().forEach(point -> {
            assertThat(Character.isISOControl(point)).isFalse();
            assertThat(CharWidth.of(point)).isBetween(1, 2);
        });
    }

    @Property(tries = 300)
    void aHostileServerOnlyDraws(
            @ForAll("hostile") String name,
            @ForAll("hostile") String fault,
            @ForAll @IntRange(min = 1, max = 220) int columns,
            @ForAll @IntRange(min = 1, max = 60) int rows)
            throws IOException {
        var tty = new FakeTty();
        tty.columns = columns;
        tty.rows = rows;
        var statistics = Samples.statistics(
                9, Map.of(name, Long.MAX_VALUE / 4, name + "2", 3L), Map.of(fault, 7L), List.of(fault, name));
        var shown = new Shown(
                new Title(name, fault),
                Optional.of(statistics),
                History.NONE,
                Optional.empty(),
                List.of(name, fault),
                false,
                false);

        try (var stage = Stage.take(tty, true)) {
            stage.draw(buffer -> new Picture(stage.look()).draw(shown, buffer));
        }

        assertThat(tty.written.toString().replaceAll(OURS, "").chars())
                .allMatch(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT);
    }
}
