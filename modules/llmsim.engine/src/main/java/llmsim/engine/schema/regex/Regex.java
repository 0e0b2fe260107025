package llmsim.engine.schema.regex;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A regular expression as JSON Schema means it: of ECMAScript, and found anywhere in a text.
 *
 * <p>Not supported: back references, flags, possessive and atomic groups, Unicode scripts and binary properties.
 * Immutable, thread-safe.
 */
public final class Regex {
    /** Most characters of an expression. */
    public static final int LONGEST = 4_000;
    /** Most characters of a text that is made or checked. */
    public static final int LONGEST_TEXT = 2_000;

    private static final int USUAL_EXTRA = 8;
    private static final Term PADDING = new Term.Repeat(Term.Characters.of(CharacterClasses.ALL), 0, Term.ENDLESS);

    private final String source;
    private final Term term;

    private Regex(String source, Term term) {
        this.source = source;
        this.term = term;
    }

    /**
     * The expression that a text writes.
     *
     * @throws RegexException where it is wrong, too large, or uses what is not supported
     */
    public static Regex read(String source) {
        if (source.length() > LONGEST) {
            throw new RegexException("it is longer than " + LONGEST + " characters");
        }
        var term = new Reading(source).all();
        if (Span.of(term).least() > LONGEST_TEXT) {
            throw new RegexException("it asks for more than " + LONGEST_TEXT + " characters");
        }
        return new Regex(source, term);
    }

    /** As it was written. */
    public String source() {
        return source;
    }

    /** Whether it is found in a text; {@code false} also if that cannot be said within a bounded number of steps. */
    public boolean matches(String text) {
        return text.length() <= LONGEST_TEXT * 2 && new Matching(text).finds(term);
    }

    /**
     * A text that is likely to match and to be of a length within bounds, to be checked; empty if this try failed.
     *
     * @param least fewest characters (code points) of the text
     * @param most most characters of the text
     * @param attempt how often it was tried before: later tries are wilder
     */
    public Optional<String> make(RandomGenerator random, int least, int most, int attempt) {
        var span = Span.of(term);
        var whole = span.most() < least || attempt % 4 == 3 ? padded() : term;
        var shortest = Math.max(least, span.least());
        var longest = Math.min(Math.min(most, LONGEST_TEXT), Span.of(whole).most());
        if (shortest > longest) {
            return Optional.empty();
        }
        var length = (int) Math.min(longest, (long) shortest + random.nextInt(USUAL_EXTRA + attempt));
        return Optional.of(new Making(random, attempt > 2).make(whole, length - span.least()));
    }

    private Term padded() {
        return new Term.Sequence(List.of(PADDING, term, PADDING));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Regex regex && source.equals(regex.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
