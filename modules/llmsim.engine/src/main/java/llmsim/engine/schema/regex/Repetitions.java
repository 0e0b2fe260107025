package llmsim.engine.schema.regex;

/** Reads what says how often a term comes. Not thread-safe. */
record Repetitions(Cursor cursor) {
    private static final int MOST_REPEATS = 1_000_000;

    /** The term, repeated if that is what comes. */
    Term of(Term term) {
        if (cursor.take("*")) {
            return repeat(term, 0, Term.ENDLESS);
        }
        if (cursor.take("+")) {
            return repeat(term, 1, Term.ENDLESS);
        }
        if (cursor.take("?")) {
            return repeat(term, 0, 1);
        }
        return cursor.comes("{") ? counted(term) : term;
    }

    private Term repeat(Term term, int least, int most) {
        if (least > most) {
            throw new RegexException("a repetition is upside down");
        }
        // A reluctant repetition matches the same texts.
        cursor.take("?");
        if (cursor.comes("+") || cursor.comes("*") || cursor.comes("?")) {
            throw new RegexException("a repetition is repeated");
        }
        return new Term.Repeat(term, least, most);
    }

    /** Braces that are no repetition stand for themselves. */
    private Term counted(Term term) {
        var start = cursor.position();
        cursor.next();
        var least = number();
        var most = cursor.take(",") ? (cursor.comes("}") ? Term.ENDLESS : number()) : least;
        if (least >= 0 && most >= 0 && cursor.take("}")) {
            return repeat(term, least, most);
        }
        cursor.back(start);
        return term;
    }

    private int number() {
        var value = -1;
        while (cursor.peek() >= '0' && cursor.peek() <= '9') {
            value = Math.max(value, 0) * 10 + (cursor.next() - '0');
            if (value > MOST_REPEATS) {
                throw new RegexException("it repeats more than " + MOST_REPEATS + " times");
            }
        }
        return value;
    }
}
