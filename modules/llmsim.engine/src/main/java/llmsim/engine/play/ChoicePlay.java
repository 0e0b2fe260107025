package llmsim.engine.play;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import llmsim.api.content.Part;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.ReplyEvent.ChoiceFinished;
import llmsim.api.reply.ReplyEvent.HiddenDelta;
import llmsim.api.reply.ReplyEvent.PartDone;
import llmsim.api.reply.ReplyEvent.PartStarted;
import llmsim.api.reply.ReplyEvent.Started;
import llmsim.api.reply.ReplyEvent.SummaryDelta;
import llmsim.api.spi.Pacing;
import llmsim.api.time.Waiter;
import org.jspecify.annotations.Nullable;

/**
 * One choice being played: knows what comes next and when it is due. Due times are absolute, so that lateness never adds
 * up. Not thread-safe.
 */
public final class ChoicePlay {
    private final int choice;
    private final Cut cut;
    private final Supplier<Pacing> pace;
    private final Logprobs logprobs;
    private final boolean reasoningTakesTime;
    private @Nullable Pacing pacing;
    private long due = Waiter.NEVER;
    private boolean started;
    private boolean finished;
    private int part = -1;
    private @Nullable PieceCursor cursor;

    /**
     * @param pace asked for when its time begins: what it is may depend on how much is going on then
     */
    ChoicePlay(int choice, Cut cut, Supplier<Pacing> pace, Logprobs logprobs, boolean reasoningTakesTime) {
        this.choice = choice;
        this.cut = cut;
        this.pace = pace;
        this.logprobs = logprobs;
        this.reasoningTakesTime = reasoningTakesTime;
    }

    /** Its time begins. Called once, before any step. */
    void setOff(long beginNanos) {
        var chosen = pace.get();
        pacing = chosen;
        due = beginNanos;
        waitFor(chosen.timeToFirstToken());
    }

    /** When the next step is due. */
    long due() {
        return due;
    }

    /** Completion tokens of all of it. */
    int tokens() {
        return cut.tokens();
    }

    boolean finished() {
        return finished;
    }

    /** Whether its pace has to be asked when the time has come, and not before. */
    boolean live() {
        return pacing().live();
    }

    /** The choice begins; may be told before the first step is due. */
    void start(Consumer<ReplyEvent> events) {
        if (!started) {
            started = true;
            events.accept(new Started(choice));
        }
    }

    /** The choice opens as far as it can without a visible delta and without taking time. */
    void begin(Consumer<ReplyEvent> events) {
        start(events);
        var now = due;
        while (due == now && part + 1 < cut.pieces().size() && (cursor == null || cursor.exhausted())) {
            turn(events);
        }
    }

    /** Everything that is due now: one delta at the most, and whatever opens and closes around it. */
    void step(Consumer<ReplyEvent> events) {
        start(events);
        var now = due;
        var said = false;
        while (due == now && !finished) {
            if (cursor != null && !cursor.exhausted()) {
                said = sayOrWait(cursor, said, events);
                if (!said) {
                    return;
                }
            } else {
                turn(events);
            }
        }
    }

    private boolean sayOrWait(PieceCursor open, boolean said, Consumer<ReplyEvent> events) {
        if (said) {
            waitFor(pacing().nextGap());
            return false;
        }
        events.accept(open.next(Math.max(1, pacing().nextTokens()), logprobs));
        return true;
    }

    private void turn(Consumer<ReplyEvent> events) {
        if (cursor != null) {
            close(cut.pieces().get(part), events);
            cursor = null;
        }
        part++;
        if (part < cut.pieces().size()) {
            open(cut.pieces().get(part), events);
        } else {
            finished = true;
            events.accept(new ChoiceFinished(choice, cut.finish()));
        }
    }

    private void open(Cut.Piece piece, Consumer<ReplyEvent> events) {
        cursor = new PieceCursor(choice, part, piece);
        events.accept(new PartStarted(choice, part, opening(piece.part())));
        if (piece.hiddenBefore() > 0) {
            events.accept(new HiddenDelta(choice, part, piece.hiddenBefore()));
            if (reasoningTakesTime && piece.part() instanceof Part.Reasoning) {
                think(piece.hiddenBefore());
            }
        }
    }

    private void think(int tokens) {
        for (var thought = 0L; thought < tokens; thought += Math.max(1, pacing().nextTokens())) {
            waitFor(pacing().nextGap());
        }
    }

    private Pacing pacing() {
        return Objects.requireNonNull(pacing, "its time has not begun");
    }

    private void waitFor(long nanos) {
        var later = due + Math.max(0, nanos);
        due = later < due ? Waiter.NEVER : later;
    }

    private void close(Cut.Piece piece, Consumer<ReplyEvent> events) {
        if (piece.hiddenAfter() > 0) {
            events.accept(new HiddenDelta(choice, part, piece.hiddenAfter()));
        }
        if (piece.part() instanceof Part.Reasoning reasoning
                && !reasoning.summary().isEmpty()) {
            events.accept(new SummaryDelta(choice, part, reasoning.summary()));
        }
        events.accept(new PartDone(choice, part, piece.part()));
    }

    private static Part opening(Part part) {
        return switch (part) {
            case Part.Text _ -> new Part.Text("");
            case Part.Refusal _ -> new Part.Refusal("");
            case Part.Reasoning reasoning -> new Part.Reasoning("", "", 0, reasoning.opaque());
            case Part.ToolCall call -> new Part.ToolCall(call.id(), call.name(), "");
            case Part.Audio audio -> new Sound(audio).first(0);
            case Part.ToolResult _, Part.Image _, Part.File _, Part.Open _ -> part;
        };
    }
}
