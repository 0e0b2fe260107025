package llmsim.tokens;

import static llmsim.tokens.Vocabulary.CL100K_BASE;
import static llmsim.tokens.Vocabulary.O200K_BASE;
import static llmsim.tokens.Vocabulary.P50K_BASE;
import static llmsim.tokens.Vocabulary.R50K_BASE;

import java.util.Comparator;
import java.util.List;

/**
 * How the names of models begin that use a vocabulary; the longest beginning wins, and a name that fits none is
 * {@code cl100k_base}. From tiktoken's {@code model.py}; providers that publish no vocabulary of their own count as
 * {@code cl100k_base}.
 */
record ModelPrefix(String prefix, Vocabulary vocabulary) {
    private static final String FINE_TUNED = "ft:";

    private static final List<ModelPrefix> LONGEST_FIRST = List.of(
                    new ModelPrefix("gpt-5", O200K_BASE),
                    new ModelPrefix("gpt-4o", O200K_BASE),
                    new ModelPrefix("gpt-4.1", O200K_BASE),
                    new ModelPrefix("gpt-4.5", O200K_BASE),
                    new ModelPrefix("gpt-oss", O200K_BASE),
                    new ModelPrefix("chatgpt-4o", O200K_BASE),
                    new ModelPrefix("o1", O200K_BASE),
                    new ModelPrefix("o3", O200K_BASE),
                    new ModelPrefix("o4", O200K_BASE),
                    new ModelPrefix("gpt-4", CL100K_BASE),
                    new ModelPrefix("gpt-3.5", CL100K_BASE),
                    new ModelPrefix("text-embedding", CL100K_BASE),
                    new ModelPrefix("davinci-002", CL100K_BASE),
                    new ModelPrefix("babbage-002", CL100K_BASE),
                    new ModelPrefix("claude", CL100K_BASE),
                    new ModelPrefix("gemini", CL100K_BASE),
                    new ModelPrefix("deepseek", CL100K_BASE),
                    new ModelPrefix("text-davinci-002", P50K_BASE),
                    new ModelPrefix("text-davinci-003", P50K_BASE),
                    new ModelPrefix("text-davinci-edit", P50K_BASE),
                    new ModelPrefix("code-", P50K_BASE),
                    new ModelPrefix("code-search-", R50K_BASE),
                    new ModelPrefix("text-davinci", R50K_BASE),
                    new ModelPrefix("text-curie", R50K_BASE),
                    new ModelPrefix("text-babbage", R50K_BASE),
                    new ModelPrefix("text-ada", R50K_BASE),
                    new ModelPrefix("text-similarity-", R50K_BASE),
                    new ModelPrefix("text-search-", R50K_BASE),
                    new ModelPrefix("davinci", R50K_BASE),
                    new ModelPrefix("curie", R50K_BASE),
                    new ModelPrefix("babbage", R50K_BASE),
                    new ModelPrefix("ada", R50K_BASE))
            .stream()
            .sorted(Comparator.comparingInt((ModelPrefix row) -> row.prefix().length())
                    .reversed())
            .toList();

    /** The vocabulary of a model; case does not matter. A fine-tuned model has the one of its base. */
    static Vocabulary vocabularyOf(String model) {
        var start = beginsWith(model, 0, FINE_TUNED) ? FINE_TUNED.length() : 0;
        for (var row : LONGEST_FIRST) {
            if (beginsWith(model, start, row.prefix())) {
                return row.vocabulary();
            }
        }
        return CL100K_BASE;
    }

    private static boolean beginsWith(String model, int start, String prefix) {
        return model.regionMatches(true, start, prefix, 0, prefix.length());
    }
}
