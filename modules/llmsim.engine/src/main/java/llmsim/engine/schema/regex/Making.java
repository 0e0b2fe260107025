package llmsim.engine.schema.regex;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes one text for a term. Not thread-safe. */
final class Making {
    private final RandomGenerator random;
    private final boolean wild;
    private final StringBuilder text = new StringBuilder();

    /** @param wild whether any printable character may stand where many can, not only plain letters */
    Making(RandomGenerator random, boolean wild) {
        this.random = random;
        this.wild = wild;
    }

    /** A text of about so many characters more than the shortest; looking around and edges are not heeded. */
    String make(Term term, int extra) {
        add(term, extra);
        return text.toString();
    }

    private void add(Term term, int extra) {
        switch (term) {
            case Term.Characters characters ->
                text.appendCodePoint(drawn(wild ? characters.wild() : characters.plain()));
            case Term.Sequence(var terms) -> addAll(terms, extra);
            case Term.Either(var terms) -> addOne(terms, Span.of(term).least() + extra);
            case Term.Repeat repeat -> addRepeated(repeat, Span.of(term).least() + extra);
            case Term.Edge _, Term.Look _ -> {}
        }
    }

    private int drawn(CharacterSet set) {
        if (set.isEmpty()) {
            throw new RegexException("it asks for a character out of none");
        }
        return set.draw(random);
    }

    private void addAll(List<Term> terms, int extra) {
        var left = extra;
        var slackBehind =
                terms.stream().mapToLong(term -> Span.of(term).slack()).sum();
        for (var term : terms) {
            var slack = Span.of(term).slack();
            slackBehind -= slack;
            var share = share(left, slack, slackBehind);
            add(term, share);
            left -= share;
        }
    }

    /** How much of what is left a term takes, so that the terms behind it can take the rest. */
    private int share(int left, int slack, long slackBehind) {
        var least = (int) Math.max(0, left - slackBehind);
        var most = Math.min(left, slack);
        return least >= most ? most : random.nextInt(least, most + 1);
    }

    private void addOne(List<Term> terms, int length) {
        var fitting =
                terms.stream().filter(term -> Span.of(term).contains(length)).toList();
        var choices = fitting.isEmpty() ? terms : fitting;
        var chosen = choices.get(random.nextInt(choices.size()));
        add(chosen, Math.max(0, length - Span.of(chosen).least()));
    }

    private void addRepeated(Term.Repeat repeat, int length) {
        var span = Span.of(repeat.term());
        // Turns that can be empty are left out: there may be millions of them.
        var from = span.least() == 0 ? Math.min(length, 1) : repeat.least();
        from = span.most() == 0 ? 0 : Math.max(from, Math.ceilDiv(length, span.most()));
        var to = Math.min(repeat.most(), span.least() == 0 ? length : length / span.least());
        var times = from >= to ? Math.min(from, repeat.most()) : random.nextInt(from, to + 1);
        var copies = Collections.nCopies(times, repeat.term());
        addAll(copies, (int) Math.max(0, length - (long) times * span.least()));
    }
}
