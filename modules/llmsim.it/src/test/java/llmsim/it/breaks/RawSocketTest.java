package llmsim.it.breaks;

import static llmsim.it.breaks.Frame.TEXT;
import static llmsim.it.breaks.Frame.frame;
import static llmsim.it.breaks.Frame.messages;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import llmsim.it.breaks.Wire.End;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The faults of a response over a WebSocket as they are on the wire, frame by frame. */
class RawSocketTest {
    private static final String CREATE = "{\"type\":\"response.create\",\"model\":\"gpt-4o\",\"input\":\"Hi\"}";
    private static final int FIRST_FRAGMENT = 0x01;
    private static final int FRAGMENT = 0x00;
    private static final int LAST_FRAGMENT = 0x80;
    private static final int CLOSE = 0x88;

    private static Faulty faulty;
    private static List<String> plain;

    @BeforeAll
    static void start() throws Exception {
        faulty = Faulty.with(
                "reset@0",
                "reset@3",
                "close@0",
                "close@3",
                "hang:5ms@3",
                "truncated_chunk@3",
                "half_event@3",
                "malformed_json@3",
                "missing_end",
                "truncated@3",
                "duplicate@3",
                "swap@3",
                "split:1ms",
                "split_character:1ms",
                "trickle:1ms",
                "stall:5ms@3",
                "stream_error@3",
                "crlf");
        try (var wire = open("none")) {
            plain = messages(wire, Integer.MAX_VALUE);
        }
    }

    @AfterAll
    static void stop() {
        faulty.close();
    }

    private static Wire open(String fault) throws Exception {
        return Wire.to(faulty.llm())
                .upgrade("/openai/v1/responses", Faulty.script(fault))
                .text(CREATE);
    }

    /** Messages before the frame that would carry the fourth token. */
    private static List<String> before() {
        var deltas = 0;
        var at = 0;
        while (deltas < 4) {
            deltas += plain.get(at++).contains("output_text.delta") ? 1 : 0;
        }
        return plain.subList(0, at - 1);
    }

    @Test
    void aResetBreaksTheConnection() throws Exception {
        try (var wire = open("reset@0")) {
            var got = wire.toEnd();
            assertThat(got.bytes()).isEmpty();
            assertThat(got.end()).isEqualTo(End.RESET);
        }
        try (var wire = open("reset@3")) {
            assertThat(wire.toEnd().end()).isEqualTo(End.RESET);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"close@3", "hang:5ms@3"})
    void aCloseComesWithoutACloseFrame(String fault) throws Exception {
        try (var wire = open(fault)) {
            assertThat(messages(wire, before().size())).isEqualTo(before());
            var rest = wire.toEnd();
            assertThat(rest.bytes()).isEmpty();
            assertThat(rest.end()).isEqualTo(End.FIN);
        }
    }

    @Test
    void aTruncatedFrameAnnouncesMoreThanComes() throws Exception {
        try (var wire = open("truncated_chunk@3")) {
            messages(wire, before().size());
            var next = plain.get(before().size());
            var rest = wire.toEnd().bytes();
            assertThat(rest.charAt(0)).isEqualTo((char) TEXT);
            var head = next.length() < 126 ? 2 : 4;
            assertThat(Faulty.steady(rest.substring(head))).isEqualTo(next.substring(0, (next.length() + 1) / 2));
        }
    }

    /** Nothing more comes, and the connection is as good as ever. */
    @ParameterizedTest
    @ValueSource(strings = {"half_event@3", "missing_end", "truncated@3"})
    void anAnswerWithoutAnEndLeavesTheConnectionOpen(String fault) throws Exception {
        try (var wire = open(fault)) {
            var expected = fault.equals("missing_end") ? plain.subList(0, plain.size() - 1) : before();
            assertThat(messages(wire, expected.size())).isEqualTo(expected);
            if (fault.equals("half_event@3")) {
                var half = frame(wire);
                assertThat(plain.get(expected.size())).startsWith(Faulty.steady(half.payload()));
            }
            closes(wire);
        }
    }

    private static void closes(Wire wire) throws Exception {
        wire.frame(CLOSE, new byte[] {0x03, (byte) 0xe8});
        assertThat(frame(wire)).isEqualTo(new Frame(CLOSE, "\u0003\u00e8"));
    }

    @Test
    void messagesAreChangedRepeatedAndSwapped() throws Exception {
        var at = before().size();
        var malformed = new ArrayList<>(plain);
        malformed.set(at, plain.get(at).substring(0, plain.get(at).length() - 1));
        answered("malformed_json@3", malformed);
        var twice = new ArrayList<>(plain);
        twice.add(at, plain.get(at));
        answered("duplicate@3", twice);
        var swapped = new ArrayList<>(plain);
        swapped.add(at + 1, swapped.remove(at));
        answered("swap@3", swapped);
        answered("stall:5ms@3", plain);
        answered("crlf", plain);
    }

    private static void answered(String fault, List<String> expected) throws Exception {
        try (var wire = open(fault)) {
            assertThat(messages(wire, Integer.MAX_VALUE)).isEqualTo(expected);
            closes(wire);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"split:1ms", "split_character:1ms", "trickle:1ms"})
    void messagesComeInFragments(String fault) throws Exception {
        try (var wire = open(fault)) {
            var fragments = 0;
            for (var message : plain) {
                var joined = new StringBuilder();
                var frame = frame(wire);
                joined.append(frame.payload());
                assertThat(frame.first()).isIn(TEXT, FIRST_FRAGMENT);
                while (frame.first() == FIRST_FRAGMENT || frame.first() == FRAGMENT) {
                    frame = frame(wire);
                    assertThat(frame.first()).isIn(FRAGMENT, LAST_FRAGMENT);
                    joined.append(frame.payload());
                    fragments++;
                }
                assertThat(Faulty.steady(joined.toString())).isEqualTo(message);
            }
            assertThat(fragments).isPositive();
            closes(wire);
        }
    }

    @Test
    void aPingIsAnsweredBetweenFragments() throws Exception {
        try (var wire = open("trickle:1ms")) {
            frame(wire);
            wire.frame(0x89, new byte[] {'p'});
            var next = frame(wire);
            while (next.first() != 0x8a) {
                next = frame(wire);
            }
            assertThat(next.payload()).isEqualTo("p");
        }
    }

    @Test
    void theProviderGivesUp() throws Exception {
        try (var wire = open("stream_error@3")) {
            assertThat(messages(wire, before().size())).isEqualTo(before());
            assertThat(frame(wire).payload()).contains("\"type\":\"response.failed\"");
            closes(wire);
        }
    }
}
