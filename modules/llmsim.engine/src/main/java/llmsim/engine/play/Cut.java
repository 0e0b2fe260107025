package llmsim.engine.play;

import java.util.List;
import llmsim.api.content.Part;
import llmsim.api.reply.Finish;
import llmsim.api.token.TokenSplit;

/** A completion as far as the limits let it be said, with every token counted before the first one is played. */
record Cut(List<Piece> pieces, Finish finish) {
    static final TokenSplit NO_TEXT = new TokenSplit("", new int[0], new int[0]);

    Cut {
        pieces = List.copyOf(pieces);
    }

    /** Completion tokens, reasoning included. */
    int tokens() {
        return pieces.stream().mapToInt(Piece::tokens).sum();
    }

    /**
     * A part as it will be said.
     *
     * @param part what is left of it
     * @param split its streamed text in tokens; empty for a part without one
     * @param hiddenBefore tokens that are spent before anything is seen: hidden reasoning, the name of a tool
     * @param hiddenAfter tokens that were spent on a code point which the limit cut off
     */
    record Piece(Part part, TokenSplit split, int hiddenBefore, int hiddenAfter) {
        /** A part without text. */
        static Piece of(Part part) {
            return new Piece(part, NO_TEXT, 0, 0);
        }

        int tokens() {
            var spoken = part instanceof Part.Audio audio ? new Sound(audio).tokens() : 0;
            return hiddenBefore + split.tokens() + hiddenAfter + spoken;
        }
    }
}
