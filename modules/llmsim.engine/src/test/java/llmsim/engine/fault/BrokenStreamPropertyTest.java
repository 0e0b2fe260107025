package llmsim.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import llmsim.api.content.Part;
import llmsim.api.exchange.Outcome;
import llmsim.api.render.Framing;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Reply;
import llmsim.engine.Ending;
import llmsim.engine.configuration.Breakage;
import llmsim.engine.configuration.Place;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.trial.Reached;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A broken answer is the beginning of the unbroken one, or exactly the change that the fault's name says. */
class BrokenStreamPropertyTest {
    private static final List<Framing> FRAMINGS =
            List.of(Framing.SSE, Framing.MESSAGES, Framing.LINES, Framing.JSON_ARRAY, Framing.BYTES);
    /** Frames that a finished answer has at its end: usage and end mark. */
    private static final int LAST = 2;

    @Property(tries = 600)
    void streamed(
            @ForAll("replies") Reply reply, @ForAll("framings") Framing framing, @ForAll("faults") StreamFault fault) {
        var plain = Answered.whole(reply, framing);
        var broken = Answered.broken(reply, framing, fault);
        if (broken.fault().isEmpty()) {
            assertThat(broken.bytes()).isEqualTo(plain.bytes());
            assertThat(broken.outcome()).isEqualTo(new Outcome.Done());
            assertThat(broken.reached().ended()).isTrue();
        } else {
            assertThat(broken.exchange().faults())
                    .containsExactly(fault.breakage().written());
            compare(plain, broken, fault.breakage(), framing);
        }
        assertThat(broken.exchange().inOrder()).isTrue();
        assertThat(broken.rig().clock.running()).isZero();
    }

    @Property(tries = 300)
    void whole(@ForAll("replies") Reply reply, @ForAll("faults") StreamFault fault) {
        var plain = Answered.whole(reply, Framing.WHOLE);
        var broken = Answered.broken(reply, Framing.WHOLE, fault);
        if (fault.breakage() == Breakage.STREAM_ERROR && broken.fault().isPresent()) {
            assertThat(broken.reached().status()).isEqualTo(500);
            assertThat(broken.outcome()).isInstanceOf(Outcome.Failed.class);
            return;
        }
        switch (fault.breakage()) {
            case MALFORMED_JSON ->
                assertThat(plain.bytes())
                        .isEqualTo(broken.bytes() + (broken.fault().isPresent() ? "}" : ""));
            case RESET, CLOSE, HANG, TRUNCATED_CHUNK, HALF_EVENT -> {
                assertThat(plain.bytes()).startsWith(broken.bytes());
                assertThat(broken.tokens()).isLessThanOrEqualTo(plain.tokens());
                assertThat(broken.bytes().length() < plain.bytes().length())
                        .isEqualTo(broken.fault().isPresent());
            }
            default -> assertThat(broken.bytes()).isEqualTo(plain.bytes());
        }
    }

    private static void compare(Answered plain, Answered broken, Breakage breakage, Framing framing) {
        var frames = plain.writes();
        var said = broken.writes();
        switch (breakage) {
            case RESET, CLOSE, HANG -> {
                assertThat(said).isEqualTo(frames.subList(0, said.size()));
                assertThat(broken.reached().cutBy())
                        .isEqualTo(breakage == Breakage.RESET ? Ending.RESET : Ending.CLOSE);
                endedEarly(plain, broken, breakage, said);
            }
            case TRUNCATED_CHUNK -> {
                assertThat(plain.bytes()).startsWith(broken.bytes());
                assertThat(broken.reached().cutBy()).isEqualTo(Ending.CLOSE);
                endedEarly(plain, broken, breakage, said.isEmpty() ? said : said.subList(0, said.size() - 1));
            }
            case HALF_EVENT -> {
                assertThat(plain.bytes()).startsWith(broken.bytes()).isNotEqualTo(broken.bytes());
                assertThat(broken.reached().ended()).isTrue();
                endedEarly(plain, broken, breakage, said.subList(0, said.size() - 1));
            }
            case MISSING_END -> {
                assertThat(said).isEqualTo(frames.subList(0, said.size()));
                assertThat(frames.size() - said.size()).isEqualTo(framing == Framing.JSON_ARRAY ? LAST + 1 : LAST);
                assertThat(broken.outcome()).isEqualTo(new Outcome.Broken("missing_end"));
                assertThat(broken.tokens()).isEqualTo(plain.tokens());
            }
            case TRUNCATED -> {
                var text = said.stream().filter(frame -> frame.contains("{")).toList();
                assertThat(text).isEqualTo(frames.subList(0, text.size()));
                assertThat(String.join("", said)).endsWith(end(framing));
                endedEarly(plain, broken, breakage, text);
            }
            case STREAM_ERROR -> {
                assertThat(broken.outcome()).isInstanceOf(Outcome.Failed.class);
                if (broken.reached().status() == 200) {
                    var text = said.stream()
                            .takeWhile(frame -> !frame.contains("{\"error\":"))
                            .toList();
                    assertThat(text).isEqualTo(frames.subList(0, text.size()));
                    assertThat(said).hasSize(text.size() + (framing == Framing.JSON_ARRAY ? 2 : 1));
                } else {
                    assertThat(broken.reached().status()).isEqualTo(500);
                }
            }
            default -> {
                goesOn(frames, plain, broken, breakage);
                assertThat(broken.outcome()).isEqualTo(new Outcome.Done());
                assertThat(broken.tokens()).isEqualTo(plain.tokens());
                assertThat(broken.reached().ended()).isTrue();
            }
        }
    }

    private static String end(Framing framing) {
        return switch (framing) {
            case SSE -> "data: [DONE]\n\n";
            case LINES -> "[DONE]\n";
            case JSON_ARRAY -> ",\r\n[DONE]]";
            default -> "[DONE]";
        };
    }

    /** The tokens that are accounted for are those of the frames that came. */
    private static void endedEarly(Answered plain, Answered broken, Breakage breakage, List<String> complete) {
        assertThat(broken.outcome()).isEqualTo(new Outcome.Broken(breakage.written()));
        assertThat(broken.tokens()).isEqualTo(tokensOf(plain, complete.size()));
    }

    private static long tokensOf(Answered plain, int frames) {
        return plain.exchange().tokensOfWrites().stream()
                .limit(frames)
                .mapToLong(Long::longValue)
                .sum();
    }

    private static void goesOn(List<String> frames, Answered plain, Answered broken, Breakage breakage) {
        var said = broken.writes();
        switch (breakage) {
            case STALL, TRICKLE, SPLIT, SPLIT_CHARACTER, JOINED ->
                assertThat(broken.bytes()).isEqualTo(plain.bytes());
            case SLOW_HEADERS -> {
                assertThat(said).isEqualTo(frames);
                assertThat(broken.reached().headParts().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .isEqualTo(Reached.HEAD_BYTES);
            }
            case CRLF ->
                assertThat(said)
                        .isEqualTo(frames.stream()
                                .map(frame -> frame.replace("\n", "\r\n"))
                                .toList());
            case COMMENTS ->
                assertThat(said)
                        .isEqualTo(frames.stream()
                                .map(frame -> ": llmsim\n\n" + frame)
                                .toList());
            case DUPLICATE -> {
                var twice = new ArrayList<>(frames);
                var at = firstDifference(frames, said) - 1;
                twice.add(at, frames.get(at));
                assertThat(said).isEqualTo(twice);
            }
            case SWAP -> {
                var swapped = new ArrayList<>(frames);
                var at = firstDifference(frames, said);
                if (at < frames.size()) {
                    swapped.add(at + 1, swapped.remove(at));
                }
                assertThat(said).isEqualTo(swapped);
            }
            case MALFORMED_JSON -> {
                var at = firstDifference(frames, said);
                var brace = frames.get(at).lastIndexOf('}');
                var changed = new ArrayList<>(frames);
                changed.set(
                        at,
                        new StringBuilder(frames.get(at)).deleteCharAt(brace).toString());
                assertThat(said).isEqualTo(changed);
            }
            case WRONG_TOOL_INDEX -> {
                var at = firstDifference(frames, said);
                var changed = new ArrayList<>(frames);
                changed.set(at, frames.get(at).replace("[{\"index\":0", "[{\"index\":1"));
                assertThat(said).isEqualTo(changed).isNotEqualTo(frames);
            }
            default -> throw new AssertionError(breakage + " ends an answer");
        }
    }

    private static int firstDifference(List<String> some, List<String> others) {
        var i = 0;
        while (i < some.size() && i < others.size() && some.get(i).equals(others.get(i))) {
            i++;
        }
        return i;
    }

    @Provide
    Arbitrary<Framing> framings() {
        return Arbitraries.of(FRAMINGS);
    }

    @Provide
    Arbitrary<Reply> replies() {
        var texts = Arbitraries.of(
                        "Hello", " world", "\n", " \"quoted\"", "👋", "日本語", " é", " {}", " supercalifragilistic")
                .list()
                .ofMaxSize(15)
                .map(pieces -> String.join("", pieces));
        return Combinators.combine(texts, texts.optional()).as(BrokenStreamPropertyTest::reply);
    }

    private static Reply reply(String text, Optional<String> call) {
        var parts = new ArrayList<Part>();
        parts.add(new Part.Text(text));
        call.ifPresent(arguments -> parts.add(new Part.ToolCall("call_1", "look", arguments)));
        return Reply.of(Completion.of(parts));
    }

    @Provide
    Arbitrary<StreamFault> faults() {
        var places = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 25).map(Place.Token::new),
                Arbitraries.doubles().between(0, 1).map(Place.Share::new),
                Arbitraries.longs().between(0, 400).map(ms -> new Place.After(Duration.ofMillis(ms))));
        return Combinators.combine(Arbitraries.of(Breakage.values()), places)
                .as((breakage, place) -> breakage.usualPlace() instanceof Place.Token
                        ? StreamFault.of(breakage)
                        : StreamFault.of(breakage).at(place));
    }
}
