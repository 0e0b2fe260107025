package llmsim.engine.latency;

import java.util.List;

/**
 * Names of models, such as {@code gemini*flash*}: a star stands for anything.
 *
 * @param parts what stands between the stars; the first begins the name, the last ends it
 */
record ModelPattern(List<String> parts) {
    static ModelPattern of(String pattern) {
        return new ModelPattern(List.of(pattern.split("\\*", -1)));
    }

    /** The more characters are given, the more specific it is. */
    int specificity() {
        return parts.stream().mapToInt(String::length).sum();
    }

    /** Whether a name in lower case fits. */
    boolean matches(String name) {
        if (parts.size() == 1) {
            return name.equals(parts.getFirst());
        }
        var at = parts.getFirst().length();
        var end = name.length() - parts.getLast().length();
        if (at > end || !name.startsWith(parts.getFirst()) || !name.endsWith(parts.getLast())) {
            return false;
        }
        for (var part : parts.subList(1, parts.size() - 1)) {
            var found = name.indexOf(part, at);
            at = found + part.length();
            if (found < 0 || at > end) {
                return false;
            }
        }
        return true;
    }
}
