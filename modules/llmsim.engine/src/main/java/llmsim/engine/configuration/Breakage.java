package llmsim.engine.configuration;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static llmsim.api.render.Framing.BYTES;
import static llmsim.api.render.Framing.MESSAGES;
import static llmsim.api.render.Framing.SSE;
import static llmsim.api.render.Framing.WHOLE;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import llmsim.api.render.Framing;

/** The ways in which an answer can be broken. */
public enum Breakage {
    /** The connection is reset. */
    RESET(ZERO),
    /** The connection is closed before the answer's end. */
    CLOSE(ZERO),
    /** Nothing comes for some time; then the answer goes on, with all that was due in the meantime. */
    STALL(ofSeconds(10)),
    /** Nothing comes for some time; then the connection is closed. */
    HANG(ofSeconds(10)),
    /** The bytes come a few at a time, with a pause between. */
    TRICKLE(ofMillis(10)),
    /** More bytes are announced than come; then the connection is closed. */
    TRUNCATED_CHUNK(ZERO),
    /** The first half of a frame, and then the proper end of the transport. */
    HALF_EVENT(ZERO),
    /** The last brace of a frame's JSON is missing. */
    MALFORMED_JSON(ZERO),
    /** What comes after the last choice is missing: end mark, final event, usage. */
    MISSING_END(ZERO),
    /** The rest of the answer is missing, its finish reason too; a bare end mark comes at once. */
    TRUNCATED(ZERO),
    /** A frame comes twice. */
    DUPLICATE(ZERO),
    /** A frame comes after the next one. */
    SWAP(ZERO),
    /** The innermost index of a piece of a tool call is one too high. */
    WRONG_TOOL_INDEX(ZERO),
    /** Each frame comes in two writes, with a pause between. */
    SPLIT(ofMillis(10)),
    /** The same, for frames that have a character of several bytes, which is split. */
    SPLIT_CHARACTER(ofMillis(10)),
    /** Several frames come in one write. */
    JOINED(ZERO),
    /** Lines end with CR and LF. */
    CRLF(ZERO),
    /** A comment comes before each event. */
    COMMENTS(ZERO),
    /** The head comes a few bytes at a time, with a pause between. */
    SLOW_HEADERS(ofMillis(10)),
    /** The provider's own error comes in the stream; as the whole answer if nothing was sent. */
    STREAM_ERROR(ZERO);

    private final Duration usualTime;

    Breakage(Duration usualTime) {
        this.usualTime = usualTime;
    }

    /** As users write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them, as users write them. */
    public static List<String> names() {
        return Stream.of(values()).map(Breakage::written).toList();
    }

    /** The one of this name. */
    public static Optional<Breakage> named(String written) {
        return Stream.of(values())
                .filter(each -> each.written().equals(written))
                .findFirst();
    }

    /** Where it is if nobody says where. */
    public Place usualPlace() {
        return switch (this) {
            case TRICKLE, MISSING_END, SPLIT, SPLIT_CHARACTER, JOINED, CRLF, COMMENTS, SLOW_HEADERS ->
                new Place.Token(0);
            case RESET,
                    CLOSE,
                    STALL,
                    HANG,
                    TRUNCATED_CHUNK,
                    HALF_EVENT,
                    MALFORMED_JSON,
                    TRUNCATED,
                    DUPLICATE,
                    SWAP,
                    WRONG_TOOL_INDEX,
                    STREAM_ERROR -> new Place.Anywhere();
        };
    }

    /** How long it waits, or pauses, if nobody says how long. */
    public Duration usualTime() {
        return usualTime;
    }

    /** Whether it waits. */
    public boolean takesTime() {
        return !usualTime.isZero();
    }

    /** Whether it can be said where it is. */
    public boolean hasPlace() {
        return this != MISSING_END && this != SLOW_HEADERS;
    }

    /** Whether answers that are framed like this can be broken so. */
    public boolean fits(Framing framing) {
        return switch (this) {
            case RESET, CLOSE, STALL, HANG, TRICKLE, TRUNCATED_CHUNK, HALF_EVENT, SPLIT, STREAM_ERROR -> true;
            case MALFORMED_JSON, SPLIT_CHARACTER -> framing != BYTES;
            case MISSING_END, TRUNCATED, DUPLICATE, SWAP, WRONG_TOOL_INDEX -> framing != BYTES && framing != WHOLE;
            case JOINED -> framing != MESSAGES && framing != WHOLE;
            case CRLF, COMMENTS -> framing == SSE;
            case SLOW_HEADERS -> framing != MESSAGES;
        };
    }

    /** Whether a connection is needed for it. */
    public boolean needsWire() {
        return this != STREAM_ERROR;
    }
}
