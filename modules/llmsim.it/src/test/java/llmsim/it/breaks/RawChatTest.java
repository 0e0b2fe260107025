package llmsim.it.breaks;

import static llmsim.it.breaks.Faulty.chunked;
import static llmsim.it.breaks.Faulty.chunks;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import llmsim.it.breaks.Wire.End;
import llmsim.it.breaks.Wire.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every fault of a streamed chat completion as it is on the wire, byte by byte. */
class RawChatTest {
    private static final String LAST_CHUNK = "0\r\n\r\n";
    private static Faulty faulty;
    private static List<String> frames;

    @BeforeAll
    static void start() throws Exception {
        faulty = Faulty.with(
                "reset@0",
                "close@0",
                "reset@3",
                "close@3",
                "hang:20ms@3",
                "stall:20ms@3",
                "truncated_chunk@3",
                "half_event@3",
                "malformed_json@3",
                "missing_end",
                "truncated@3",
                "duplicate@3",
                "swap@3",
                "split:1ms",
                "split_character:1ms",
                "joined",
                "crlf",
                "comments",
                "slow_headers:1ms",
                "trickle:1ms",
                "stream_error@3",
                "close@0ms",
                "close@100%");
        var whole = faulty.chat("none");
        assertThat(whole.end()).isEqualTo(End.FIN);
        assertThat(whole.body()).endsWith(LAST_CHUNK);
        var all = chunks(whole.body());
        frames = all.subList(0, all.size() - 1);
        assertThat(frames.getLast()).isEqualTo("data: [DONE]\n\n");
    }

    @AfterAll
    static void stop() {
        faulty.close();
    }

    /** The first frame has the role, the next ones a token each. */
    private static List<String> first(int tokens) {
        return frames.subList(0, 1 + tokens);
    }

    private static Got counted(String script, String fault) throws Exception {
        var before = faulty.faults().getOrDefault(fault, 0L);
        var got = faulty.chat(script);
        assertThat(faulty.faults()).containsEntry(fault, before + 1);
        return got;
    }

    private static String joined(List<String> pieces) {
        return Faulty.steady(String.join("", pieces));
    }

    @Test
    void atTheBeginningNotAByteComes() throws Exception {
        assertThat(counted("reset@0", "reset")).isEqualTo(new Got("", 0, End.RESET));
        assertThat(counted("close@0", "close")).isEqualTo(new Got("", 0, End.FIN));
        assertThat(counted("close@0ms", "close")).isEqualTo(new Got("", 0, End.FIN));
    }

    @Test
    void aResetAndACloseComeBehindWholeChunks() throws Exception {
        var reset = counted("reset@3", "reset");
        assertThat(reset.end()).isEqualTo(End.RESET);
        assertThat(chunked(first(3))).startsWith(reset.bytes().isEmpty() ? "" : reset.body());

        var closed = counted("close@3", "close");
        assertThat(closed.end()).isEqualTo(End.FIN);
        assertThat(closed.body()).isEqualTo(chunked(first(3)));
        assertThat(counted("hang:20ms@3", "hang").body()).isEqualTo(chunked(first(3)));
        assertThat(counted("close@100%", "close").body()).isEqualTo(chunked(frames.subList(0, frames.size() - 2)));
    }

    @Test
    void aStallChangesNothing() throws Exception {
        var before = System.nanoTime();
        assertThat(counted("stall:20ms@3", "stall").body()).isEqualTo(chunked(frames) + LAST_CHUNK);
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void aTruncatedChunkAnnouncesMoreThanComes() throws Exception {
        var got = counted("truncated_chunk@3", "truncated_chunk");
        var next = frames.get(4);
        assertThat(got.body())
                .isEqualTo(chunked(first(3)) + Integer.toHexString(next.length()) + "\r\n"
                        + next.substring(0, (next.length() + 1) / 2));
        assertThat(got.end()).isEqualTo(End.FIN);
    }

    @Test
    void halfAnEventIsAWholeChunk() throws Exception {
        var next = frames.get(4);
        assertThat(counted("half_event@3", "half_event").body())
                .isEqualTo(chunked(first(3))
                        + chunked(List.of(next.substring(0, (next.length() + 1) / 2)))
                        + LAST_CHUNK);
    }

    @Test
    void malformedJsonLacksItsLastBrace() throws Exception {
        var changed = new ArrayList<>(frames);
        changed.set(4, frames.get(4).replace("}\n\n", "\n\n"));
        assertThat(counted("malformed_json@3", "malformed_json").body()).isEqualTo(chunked(changed) + LAST_CHUNK);
    }

    @Test
    void withoutItsEndAnAnswerEndsProperly() throws Exception {
        assertThat(counted("missing_end", "missing_end").body())
                .isEqualTo(chunked(frames.subList(0, frames.size() - 1)) + LAST_CHUNK);
    }

    @Test
    void aTruncatedAnswerHasAnEndMarkAndNoFinishReason() throws Exception {
        var left = new ArrayList<>(first(3));
        left.add("data: [DONE]\n\n");
        assertThat(counted("truncated@3", "truncated").body()).isEqualTo(chunked(left) + LAST_CHUNK);
    }

    @Test
    void oneEventComesTwiceOrLate() throws Exception {
        var twice = new ArrayList<>(frames);
        twice.add(4, frames.get(4));
        assertThat(counted("duplicate@3", "duplicate").body()).isEqualTo(chunked(twice) + LAST_CHUNK);

        var swapped = new ArrayList<>(frames);
        swapped.add(5, swapped.remove(4));
        assertThat(counted("swap@3", "swap").body()).isEqualTo(chunked(swapped) + LAST_CHUNK);
    }

    @Test
    void eventsAreSplit() throws Exception {
        var halves = chunks(counted("split:1ms", "split").body());
        assertThat(halves).hasSize(2 * frames.size() + 1);
        assertThat(joined(halves)).isEqualTo(String.join("", frames));

        var parts = chunks(counted("split_character:1ms", "split_character").body());
        assertThat(joined(parts)).isEqualTo(String.join("", frames));
        assertThat(parts.stream()
                        .filter(part -> part.endsWith("\u00c3") || part.endsWith("\u00e4") || part.endsWith("\u00e5")))
                .as("ends behind the first byte of a character")
                .hasSize(parts.size() - frames.size() - 1)
                .isNotEmpty();
    }

    @Test
    void bytesTrickle() throws Exception {
        var pieces = chunks(counted("trickle:1ms", "trickle").body());
        assertThat(pieces).allMatch(piece -> piece.length() <= 4);
        assertThat(joined(pieces)).isEqualTo(String.join("", frames));
    }

    @Test
    void eventsAreJoined() throws Exception {
        var joined = chunks(counted("joined", "joined").body());
        assertThat(joined.getFirst()).isEqualTo(String.join("", frames.subList(0, 3)));
        assertThat(joined(joined)).isEqualTo(String.join("", frames));
    }

    @Test
    void linesEndWithCrLfOrCommentsStandBetween() throws Exception {
        assertThat(counted("crlf", "crlf").body())
                .isEqualTo(chunked(frames.stream()
                                .map(frame -> frame.replace("\n", "\r\n"))
                                .collect(Collectors.toList()))
                        + LAST_CHUNK);
        assertThat(counted("comments", "comments").body())
                .isEqualTo(chunked(frames.stream()
                                .map(frame -> ": llmsim\n\n" + frame)
                                .collect(Collectors.toList()))
                        + LAST_CHUNK);
    }

    @Test
    void theHeadComesSlowly() throws Exception {
        var got = counted("slow_headers:1ms", "slow_headers");
        assertThat(got.first()).isLessThan(got.head().length());
        assertThat(got.head()).startsWith("HTTP/1.1 200 OK\r\ndate: ").contains("transfer-encoding: chunked\r\n");
        assertThat(got.body()).isEqualTo(chunked(frames) + LAST_CHUNK);
    }

    @Test
    void theProviderGivesUpInTheStream() throws Exception {
        var got = chunks(counted("stream_error@3", "stream_error").body());
        assertThat(got.subList(0, 4)).isEqualTo(first(3));
        assertThat(got.get(4)).startsWith("data: {\"error\":{");
    }
}
