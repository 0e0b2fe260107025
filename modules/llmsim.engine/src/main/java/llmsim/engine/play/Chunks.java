package llmsim.engine.play;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Finish;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.spi.Pacing;
import llmsim.api.token.Encoding;

/**
 * A completion chunk by chunk, each with its delay: the player's work for callers who keep their own time. Nothing waits
 * here. Not thread-safe.
 */
public final class Chunks implements Iterator<Chunk> {
    private final ChoicePlay play;
    private final Consumer<End> atEnd;
    private final Queue<Chunk> ready = new ArrayDeque<>();
    private Optional<End> end = Optional.empty();
    private long before;
    private long tokens;

    private Chunks(ChoicePlay play, Consumer<End> atEnd) {
        this.play = play;
        this.atEnd = atEnd;
    }

    /**
     * The chunks of a completion.
     *
     * @param atEnd called once, when the last chunk was taken and more is asked for
     */
    public static Chunks of(
            Completion completion, Encoding encoding, OutputLimits limits, Pacing pacing, Consumer<End> atEnd) {
        var cut = new Cutter(encoding, limits).cut(completion);
        var play = new ChoicePlay(0, cut, () -> pacing, Logprobs.none(), false);
        play.setOff(0);
        return new Chunks(play, atEnd);
    }

    /** How a completion ended, and its completion tokens. */
    public record End(Finish finish, long tokens) {}

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !play.finished()) {
            var due = play.due();
            play.step(event -> hear(event, due));
        }
        if (ready.isEmpty()) {
            end.ifPresent(atEnd);
            end = Optional.empty();
        }
        return !ready.isEmpty();
    }

    @Override
    public Chunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the completion has no more chunks");
        }
        return ready.remove();
    }

    private void hear(ReplyEvent event, long due) {
        switch (event) {
            case ReplyEvent.TextDelta delta -> add(delta.text(), delta.tokens(), due);
            case ReplyEvent.HiddenDelta delta -> add("", delta.tokens(), due);
            case ReplyEvent.ChoiceFinished finished -> end = Optional.of(new End(finished.finish(), tokens));
            default -> {}
        }
    }

    private void add(String text, int more, long due) {
        tokens += more;
        ready.add(new Chunk(text, Duration.ofNanos(due - before), more));
        before = due;
    }
}
