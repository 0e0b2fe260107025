package llmsim.engine.generate;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import llmsim.api.token.Encoding;

/**
 * Words with the number of their tokens, measured once.
 *
 * <p>The numbers may be added up, because the vocabularies cut in front of a blank and between letters and punctuation
 * before they look for longer tokens. Immutable.
 */
final class WordPool {
    private final Word[] all;
    private final Word[] shortest;

    private WordPool(Word[] all, Word[] shortest) {
        this.all = all;
        this.shortest = shortest;
    }

    static WordPool of(List<String> words, Encoding encoding) {
        var all =
                words.stream().map(word -> new Word(word, encoding.count(word))).toArray(Word[]::new);
        var least = Stream.of(all).mapToInt(Word::tokens).min().orElseThrow();
        return new WordPool(
                all, Stream.of(all).filter(word -> word.tokens() == least).toArray(Word[]::new));
    }

    /** The words of a text with blanks between them. */
    static List<String> split(String text) {
        return List.of(text.split(" "));
    }

    /** The words as they stand behind another one. */
    static List<String> afterBlank(List<String> words) {
        return words.stream().map(word -> " " + word).toList();
    }

    /** A word of no more than this many tokens, else one of the shortest; these have one token in all known vocabularies. */
    Word draw(RandomGenerator random, int mostTokens) {
        var word = all[random.nextInt(all.length)];
        return word.tokens() <= mostTokens ? word : shortest[random.nextInt(shortest.length)];
    }

    /** A word with the blank before it, if any. */
    record Word(String text, int tokens) {}
}
