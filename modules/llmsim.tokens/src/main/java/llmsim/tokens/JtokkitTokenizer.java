package llmsim.tokens;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import llmsim.api.spi.Tokenizer;
import llmsim.api.token.Encoding;

/**
 * The vocabularies {@code o200k_base}, {@code cl100k_base}, {@code p50k_base} and {@code r50k_base}, by jtokkit.
 *
 * <p>A vocabulary's tables (some 20 MB, 0.1 to 0.3 s) are loaded when its first text comes, once for all instances.
 * What is remembered of texts seen belongs to the instance and is bounded. Thread-safe; no lock is taken once the tables
 * are there.
 */
public final class JtokkitTokenizer implements Tokenizer {
    private final Map<Vocabulary, Encoding> encodings = new EnumMap<>(Vocabulary.class);

    /** A tokenizer that has loaded nothing yet. */
    public JtokkitTokenizer() {
        for (var vocabulary : Vocabulary.values()) {
            encodings.put(vocabulary, encoding(vocabulary));
        }
    }

    @Override
    public String name() {
        return "jtokkit";
    }

    @Override
    public Encoding encodingFor(String model) {
        return Objects.requireNonNull(encodings.get(ModelPrefix.vocabularyOf(model)));
    }

    private static Encoding encoding(Vocabulary vocabulary) {
        return new BoundedEncoding(vocabulary.title(), () -> new JtokkitBytePairs(vocabulary.jtokkitType()));
    }
}
