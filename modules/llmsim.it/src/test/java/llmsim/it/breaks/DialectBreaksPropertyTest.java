package llmsim.it.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import llmsim.engine.configuration.Breakage;
import llmsim.engine.configuration.Place;
import llmsim.engine.configuration.StreamFault;
import llmsim.it.breaks.Asked.Shape;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Rule B6 for the dialects: a broken answer is the beginning of the unbroken one with the same seed, ids and times among
 * it, or exactly the change that the fault's name says.
 */
class DialectBreaksPropertyTest {
    private static final String MARK = "data: [DONE]\n\n";

    @Property(tries = 300)
    void aBrokenAnswerIsABeginningOrTheNamedChange(
            @ForAll("texts") String text, @ForAll Shape shape, @ForAll("faults") StreamFault fault) {
        var plain = Asked.of(shape, text, Optional.empty());
        var broken = Asked.of(shape, text, Optional.of(fault));

        if (broken.faulted()) {
            compare(plain.frames(), broken.frames(), fault.breakage());
        } else {
            assertThat(broken.frames().bytes()).isEqualTo(plain.frames().bytes());
        }
        var counted = broken.statistics();
        assertThat(counted.completedRequests() + counted.brokenStreams() + counted.totalErrors())
                .isEqualTo(1);
        assertThat(counted.completionTokens())
                .isLessThanOrEqualTo(plain.statistics().completionTokens());
    }

    private static void compare(Frames plain, Frames broken, Breakage breakage) {
        var whole = plain.bytes();
        var frames = plain.writes();
        var got = broken.writes();
        switch (breakage) {
            case RESET, CLOSE, HANG, TRUNCATED_CHUNK -> {
                assertThat(whole).startsWith(broken.bytes()).isNotEqualTo(broken.bytes());
                assertThat(broken.cut()).isTrue();
            }
            case HALF_EVENT, MISSING_END -> {
                assertThat(whole).startsWith(broken.bytes()).isNotEqualTo(broken.bytes());
                assertThat(broken.ended()).isTrue();
            }
            case TRUNCATED -> assertThat(whole).startsWith(broken.bytes().replace(MARK, ""));
            case STALL, TRICKLE, SPLIT, SPLIT_CHARACTER, JOINED, SLOW_HEADERS ->
                assertThat(broken.bytes()).isEqualTo(whole);
            case CRLF -> assertThat(broken.bytes()).isEqualTo(whole.replace("\n", "\r\n"));
            case COMMENTS ->
                assertThat(broken.bytes().replace(": llmsim\n\n", "")).isEqualTo(whole);
            case DUPLICATE -> {
                var at = firstDifference(frames, got);
                assertThat(got.get(at)).isEqualTo(got.get(at - 1));
                got.remove(at);
                assertThat(got).isEqualTo(frames);
            }
            case SWAP -> {
                var swapped = new ArrayList<>(frames);
                var at = firstDifference(frames, got);
                // Two equal neighbours look the same in either order.
                if (at == frames.size()) {
                    at = equalNeighbours(frames);
                }
                swapped.add(at + 1, swapped.remove(at));
                assertThat(got).isEqualTo(swapped);
            }
            case MALFORMED_JSON, WRONG_TOOL_INDEX -> {
                var at = firstDifference(frames, got);
                var changed = new ArrayList<>(frames);
                changed.set(
                        at, breakage == Breakage.MALFORMED_JSON ? malformed(frames.get(at)) : higher(frames.get(at)));
                assertThat(got).isEqualTo(changed);
            }
            case STREAM_ERROR -> {
                if (broken.status() < 400) {
                    assertThat(got.subList(0, got.size() - 1)).isEqualTo(frames.subList(0, got.size() - 1));
                    assertThat(got.getLast()).contains("\"error\":{");
                }
            }
        }
    }

    private static String malformed(String frame) {
        return new StringBuilder(frame).deleteCharAt(frame.lastIndexOf('}')).toString();
    }

    private static String higher(String frame) {
        return frame.contains("\"tool_calls\":[{\"index\":0")
                ? frame.replace("\"tool_calls\":[{\"index\":0", "\"tool_calls\":[{\"index\":1")
                : frame.replace("\"output_index\":1", "\"output_index\":2");
    }

    private static int equalNeighbours(List<String> frames) {
        var i = 0;
        while (!frames.get(i).equals(frames.get(i + 1))) {
            i++;
        }
        return i;
    }

    private static int firstDifference(List<String> some, List<String> others) {
        var i = 0;
        while (i < some.size() && i < others.size() && some.get(i).equals(others.get(i))) {
            i++;
        }
        return i;
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("Hello", " world", "\n", " \"quoted\"", "👋", "日本語", " é", " {}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<StreamFault> faults() {
        var places = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 30).map(Place.Token::new),
                Arbitraries.doubles().between(0, 1).map(Place.Share::new),
                Arbitraries.longs().between(0, 400).map(ms -> new Place.After(Duration.ofMillis(ms))));
        return Combinators.combine(Arbitraries.of(Breakage.values()), places)
                .as((breakage, place) -> breakage.usualPlace() instanceof Place.Token
                        ? StreamFault.of(breakage)
                        : StreamFault.of(breakage).at(place));
    }
}
