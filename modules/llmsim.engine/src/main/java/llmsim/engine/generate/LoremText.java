package llmsim.engine.generate;

import java.util.random.RandomGenerator;

/** One text of {@link Lorem} while it is written. */
final class LoremText {
    private static final int SHORTEST_SENTENCE = 4;
    private static final int LONGEST_SENTENCE = 14;
    private static final int WORDS_PER_COMMA = 8;

    /** The last word and the full stop behind it. */
    private static final int CLOSING = 2;

    /** Tokens for which a text has room at once; longer ones grow. */
    private static final int ROOM = 4096;

    private final LoremWords words;
    private final RandomGenerator random;
    private final StringBuilder text;
    private int left;

    LoremText(LoremWords words, int tokens, RandomGenerator random) {
        this.words = words;
        this.random = random;
        text = new StringBuilder(5 * Math.min(tokens, ROOM));
        left = tokens;
    }

    String write() {
        if (left == 1) {
            append(words.opening(), 1);
        }
        while (left > 0) {
            writeSentence();
        }
        return text.toString();
    }

    // Before each word there is room for it and a full stop, so a sentence ends with one, and at its target.
    private void writeSentence() {
        append(text.isEmpty() ? words.opening() : words.capitals(), left - 1);
        var length = random.nextInt(SHORTEST_SENTENCE, LONGEST_SENTENCE + 1);
        for (var word = 1; left >= CLOSING && (word < length || left == CLOSING); word++) {
            if (left > CLOSING && word < length - 1 && word > 1 && random.nextInt(WORDS_PER_COMMA) == 0) {
                append(',');
            }
            append(words.others(), left - 1);
        }
        append('.');
    }

    private void append(WordPool pool, int mostTokens) {
        var word = pool.draw(random, mostTokens);
        text.append(word.text());
        left -= word.tokens();
    }

    private void append(char mark) {
        text.append(mark);
        left--;
    }
}
