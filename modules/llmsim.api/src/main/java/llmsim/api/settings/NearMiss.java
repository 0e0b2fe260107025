package llmsim.api.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class NearMiss {
    private NearMiss() {}

    /**
     * The end of an error about an unknown name: {@code ; did you mean 'x'? choices: x, y}.
     *
     * @param choices in the order in which to list them
     */
    public static String hint(String written, Collection<String> choices) {
        var list = choices.isEmpty() ? "" : "choices: " + String.join(", ", choices);
        return of(written, choices)
                .map(meant -> "; did you mean '" + meant + "'? " + list)
                .orElse(list.isEmpty() ? "" : "; " + list);
    }

    /** The choice nearest to what was written, if one is near. */
    public static Optional<String> of(String written, Collection<String> choices) {
        var word = written.toLowerCase(Locale.ROOT);
        return choices.stream()
                .filter(choice -> distance(word, choice.toLowerCase(Locale.ROOT)) <= Math.max(1, word.length() / 3))
                .min(Comparator.comparingInt(choice -> distance(word, choice.toLowerCase(Locale.ROOT))));
    }

    /** Letters to insert, delete, replace, or swap with their neighbour. */
    static int distance(String from, String to) {
        if (Math.abs(from.length() - to.length()) > 20 || from.length() > 100) {
            return Integer.MAX_VALUE;
        }
        var rows = new int[from.length() + 1][to.length() + 1];
        for (var i = 0; i <= from.length(); i++) {
            for (var j = 0; j <= to.length(); j++) {
                rows[i][j] = cell(rows, from, to, i, j);
            }
        }
        return rows[from.length()][to.length()];
    }

    private static int cell(int[][] rows, String from, String to, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        var same = from.charAt(i - 1) == to.charAt(j - 1);
        var best = Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        var swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }
}
