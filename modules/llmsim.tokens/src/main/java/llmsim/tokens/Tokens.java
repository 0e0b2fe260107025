package llmsim.tokens;

import java.util.List;
import java.util.stream.IntStream;
import llmsim.api.spi.Tokenizer;

/**
 * Tokens of texts, for those who want nothing else: {@code new Tokens().count("gpt-5", "Hello")}. Thread-safe; keep one,
 * because it remembers.
 *
 * @param tokenizer knows the vocabularies
 */
public record Tokens(Tokenizer tokenizer) {
    /** Tokens by the vocabularies that come with llmsim. */
    public Tokens() {
        this(new JtokkitTokenizer());
    }

    /** Number of tokens of a text for a model; any model name will do. */
    public int count(String model, String text) {
        return tokenizer.encodingFor(model).count(text);
    }

    /** The text in pieces of one token each, or of several where a code point takes several; joined they are the text. */
    public List<String> pieces(String model, String text) {
        var split = tokenizer.encodingFor(model).split(text);
        return IntStream.range(0, split.size()).mapToObj(split::piece).toList();
    }
}
