package llmsim.engine.schema.regex;

import java.util.List;

/** A regular expression as a tree. Immutable. */
sealed interface Term {
    /** Stands for "without a limit" in {@link Repeat#most()} and in {@link Span#most()}. */
    int ENDLESS = Integer.MAX_VALUE;

    /**
     * One character out of a set.
     *
     * @param plain what is made of it: letters where very many characters are allowed, else what can be printed
     * @param wild anything of it that can be printed, if there is any
     */
    record Characters(CharacterSet set, CharacterSet plain, CharacterSet wild) implements Term {
        static Characters of(CharacterSet set) {
            var printable = set.and(CharacterClasses.PRINTABLE);
            var wild = printable.isEmpty() ? set : printable;
            var letters = set.and(CharacterClasses.LETTER);
            var isWide = wild.size() >= CharacterClasses.WIDE && !letters.isEmpty();
            return new Characters(set, isWide ? letters : wild, wild);
        }
    }

    /** One behind the other. */
    record Sequence(List<Term> terms) implements Term {}

    /** One of them. */
    record Either(List<Term> terms) implements Term {}

    /** Several times. */
    record Repeat(Term term, int least, int most) implements Term {}

    /** A place between characters. */
    record Edge(Place place) implements Term {}

    /** What must (or must not) stand ahead (or behind). */
    record Look(boolean ahead, boolean wanted, Term term) implements Term {}

    /** The places that have signs: {@code ^}, {@code $}, {@code \b} and {@code \B}. */
    enum Place {
        START,
        END,
        WORD_EDGE,
        NO_WORD_EDGE
    }
}
