package llmsim.engine.play;

import llmsim.api.content.Bytes;
import llmsim.api.content.Media;
import llmsim.api.content.Part;
import llmsim.api.reply.ReplyEvent.BytesDelta;
import llmsim.api.reply.ReplyEvent.Delta;
import llmsim.api.reply.ReplyEvent.TextDelta;

/** Goes through one part, delta by delta. Not thread-safe. */
final class PieceCursor {
    private static final int CHUNK_BYTES = 4096;

    private final int choice;
    private final int part;
    private final Cut.Piece piece;
    private final Bytes bytes;
    private int position;

    PieceCursor(int choice, int part, Cut.Piece piece) {
        this.choice = choice;
        this.part = part;
        this.piece = piece;
        this.bytes = bytes(piece.part());
    }

    private static Bytes bytes(Part part) {
        return part instanceof Part.Audio audio && audio.media() instanceof Media.Inline inline
                ? inline.bytes()
                : Bytes.empty();
    }

    boolean exhausted() {
        return position >= (bytes.length() > 0 ? bytes.length() : piece.split().size());
    }

    /** The next delta, of this many tokens if there are so many; a piece of several tokens is never cut. */
    Delta next(int tokens, Logprobs logprobs) {
        return bytes.length() > 0 ? bytesDelta() : textDelta(tokens, logprobs);
    }

    private TextDelta textDelta(int tokens, Logprobs logprobs) {
        var split = piece.split();
        var before = split.tokensBefore(position);
        var from = position;
        var to = Math.max(from + 1, split.piecesWithin(before + tokens));
        position = to;
        var text = split.text().substring(split.start(from), split.end(to - 1));
        var counted = split.tokensBefore(to - 1) + split.tokens(to - 1) - before;
        return new TextDelta(choice, part, text, counted, logprobs.of(split, from, to));
    }

    private BytesDelta bytesDelta() {
        var from = position;
        position = Math.min(bytes.length(), from + CHUNK_BYTES);
        return new BytesDelta(choice, part, bytes.slice(from, position), 1);
    }
}
