package llmsim.engine.schema.regex;

import java.util.List;

/** A regular expression as a tree. Immutable. */
sealed interface Term {
    /** Stands for "without a limit" in {@link Repeat#most()} and in {@link Span#most()}. */
    int ENDLESS = Integer.MAX_VALUE;

    /** One character out of a set. */
    record Characters(CharacterSet set) implements Term {}

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
