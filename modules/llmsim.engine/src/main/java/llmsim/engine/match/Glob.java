package llmsim.engine.match;

import java.util.List;

/**
 * A pattern of names or paths, such as {@code gemini*flash*}: a star stands for anything, also for nothing.
 *
 * @param parts what stands between the stars; the first begins the name, the last ends it
 */
public record Glob(List<String> parts) {
    public Glob {
        parts = List.copyOf(parts);
    }

    /** The pattern as users write it. */
    public static Glob of(String pattern) {
        return new Glob(List.of(pattern.split("\\*", -1)));
    }

    /** As it is written. */
    public String written() {
        return String.join("*", parts);
    }

    /** Whether there is no star in it, so that it is one name. */
    public boolean exact() {
        return parts.size() == 1;
    }

    /** The more characters are given, the more specific it is. */
    public int specificity() {
        return parts.stream().mapToInt(String::length).sum();
    }

    /** Whether a name fits; letters compare with their case. */
    public boolean matches(String name) {
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
