package llmsim.engine.play;

import java.util.Optional;
import llmsim.api.content.Part;
import llmsim.api.reply.ReplyEvent.BytesDelta;
import llmsim.api.reply.ReplyEvent.Delta;
import llmsim.api.reply.ReplyEvent.TextDelta;

/** Goes through one part, delta by delta. Not thread-safe. */
final class PieceCursor {
    private final int choice;
    private final int part;
    private final Cut.Piece piece;
    private final Optional<Sound> sound;
    private int position;

    PieceCursor(int choice, int part, Cut.Piece piece) {
        this.choice = choice;
        this.part = part;
        this.piece = piece;
        this.sound = piece.part() instanceof Part.Audio audio ? Optional.of(new Sound(audio)) : Optional.empty();
    }

    boolean exhausted() {
        return position >= sound.map(Sound::tokens).orElse(piece.split().size());
    }

    /** The next delta, of this many tokens if there are so many; a piece of several tokens is never cut. */
    Delta next(int tokens, Logprobs logprobs) {
        return sound.isPresent()
                ? new BytesDelta(choice, part, sound.get().chunk(position++), 1)
                : textDelta(tokens, logprobs);
    }

    private TextDelta textDelta(int tokens, Logprobs logprobs) {
        var split = piece.split();
        var before = split.tokensBefore(position);
        var wanted = Math.min(tokens, split.tokens() - before);
        var from = position;
        var to = Math.max(from + 1, split.piecesWithin(before + wanted));
        position = to;
        var text = split.text().substring(split.start(from), split.end(to - 1));
        var counted = split.tokensBefore(to - 1) + split.tokens(to - 1) - before;
        return new TextDelta(choice, part, text, counted, logprobs.of(split, from, to));
    }
}
