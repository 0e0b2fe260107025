package llmsim.engine.schema.regex;

import java.util.List;

/**
 * How many characters (code points) a term can take.
 *
 * @param most {@link Term#ENDLESS} for no limit
 */
record Span(int least, int most) {
    private static final Span NOTHING = new Span(0, 0);
    private static final Span ONE = new Span(1, 1);

    /** The span of a term; the terms of a regular expression are few, so it is computed anew each time. */
    static Span of(Term term) {
        return switch (term) {
            case Term.Characters _ -> ONE;
            case Term.Edge _, Term.Look _ -> NOTHING;
            case Term.Sequence(var terms) -> sum(terms);
            case Term.Either(var terms) -> widest(terms);
            case Term.Repeat(var inner, var least, var most) -> of(inner).times(least, most);
        };
    }

    private static Span sum(List<Term> terms) {
        var sum = NOTHING;
        for (var term : terms) {
            var span = of(term);
            sum = new Span(bounded((long) sum.least + span.least), bounded((long) sum.most + span.most));
        }
        return sum;
    }

    private static Span widest(List<Term> terms) {
        var spans = terms.stream().map(Span::of).toList();
        return new Span(
                spans.stream().mapToInt(Span::least).min().orElse(0),
                spans.stream().mapToInt(Span::most).max().orElse(0));
    }

    private Span times(int fewest, int mostTimes) {
        return new Span(bounded((long) least * fewest), most == 0 ? 0 : bounded((long) most * mostTimes));
    }

    private static int bounded(long length) {
        return (int) Math.min(length, Term.ENDLESS);
    }

    /** How much longer than the shortest it can be. */
    int slack() {
        return most == Term.ENDLESS ? Term.ENDLESS : most - least;
    }

    boolean contains(int length) {
        return least <= length && length <= most;
    }
}
