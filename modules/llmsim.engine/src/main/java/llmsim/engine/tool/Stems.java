package llmsim.engine.tool;

import java.util.List;

/**
 * Light stemming of English words: {@code searches}, {@code searching} and {@code search} have one stem, and so have
 * {@code calculator} and {@code calculate}. Stems are for comparing alone; they need not be words.
 */
final class Stems {
    private static final int SHORTEST = 3;
    private static final int SHORTEST_OF_LATIN = 4;
    private static final List<String> LATIN =
            List.of("ations", "ation", "ators", "ator", "ating", "ates", "ated", "ate");

    private Stems() {}

    /** The stem of a word in lower case. */
    static String of(String word) {
        var singular = singular(word);
        for (var ending : LATIN) {
            if (ends(singular, ending, SHORTEST_OF_LATIN)) {
                return without(singular, ending);
            }
        }
        return withoutE(plainVerb(singular));
    }

    private static String singular(String word) {
        if (ends(word, "ies", 2)) {
            return without(word, "ies") + "y";
        }
        if (ends(word, "ches", 2) || ends(word, "shes", 2) || ends(word, "sses", 2) || ends(word, "xes", 2)) {
            return without(word, "es");
        }
        var plural = ends(word, "s", SHORTEST) && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return plural ? without(word, "s") : word;
    }

    private static String plainVerb(String word) {
        if (ends(word, "ing", SHORTEST)) {
            return single(without(word, "ing"));
        }
        return ends(word, "ed", SHORTEST) ? single(without(word, "ed")) : word;
    }

    /** As in running, but not in calling. */
    private static String single(String stem) {
        var last = stem.charAt(stem.length() - 1);
        return stem.charAt(stem.length() - 2) == last && "lsz".indexOf(last) < 0
                ? stem.substring(0, stem.length() - 1)
                : stem;
    }

    private static String withoutE(String word) {
        return ends(word, "e", SHORTEST) ? without(word, "e") : word;
    }

    private static boolean ends(String word, String ending, int before) {
        return word.length() >= ending.length() + before && word.endsWith(ending);
    }

    private static String without(String word, String ending) {
        return word.substring(0, word.length() - ending.length());
    }
}
