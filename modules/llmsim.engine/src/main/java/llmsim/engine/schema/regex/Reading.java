package llmsim.engine.schema.regex;

import java.util.ArrayList;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads a regular expression by recursive descent. Not thread-safe. */
final class Reading {
    private static final int MOST_DEPTH = 40;
    private static final Map<String, UnaryOperator<Term>> LOOKS = Map.of(
            "?=", term -> new Term.Look(true, true, term),
            "?!", term -> new Term.Look(true, false, term),
            "?<=", term -> new Term.Look(false, true, term),
            "?<!", term -> new Term.Look(false, false, term));
    private static final Map<String, Term.Place> EDGES = Map.of(
            "b", Term.Place.WORD_EDGE,
            "B", Term.Place.NO_WORD_EDGE,
            "A", Term.Place.START,
            "z", Term.Place.END,
            "Z", Term.Place.END);

    private final Cursor cursor;
    private final Repetitions repetitions;
    private int depth;

    Reading(String text) {
        cursor = new Cursor(text);
        repetitions = new Repetitions(cursor);
    }

    Term all() {
        var term = either();
        if (!cursor.atEnd()) {
            throw new RegexException("a closing bracket has no opening one");
        }
        return term;
    }

    private Term either() {
        if (++depth > MOST_DEPTH) {
            throw new RegexException("it is nested deeper than " + MOST_DEPTH + " levels");
        }
        var terms = new ArrayList<Term>();
        terms.add(sequence());
        while (cursor.take("|")) {
            terms.add(sequence());
        }
        depth--;
        return terms.size() == 1 ? terms.getFirst() : new Term.Either(terms);
    }

    private Term sequence() {
        var terms = new ArrayList<Term>();
        while (!cursor.atEnd() && cursor.peek() != '|' && cursor.peek() != ')') {
            terms.add(repetitions.of(atom()));
        }
        return terms.size() == 1 ? terms.getFirst() : new Term.Sequence(terms);
    }

    private Term atom() {
        var point = cursor.next();
        return switch (point) {
            case '^' -> new Term.Edge(Term.Place.START);
            case '$' -> new Term.Edge(Term.Place.END);
            case '.' -> Term.Characters.of(CharacterClasses.DOT);
            case '[' -> Term.Characters.of(new ClassReading(cursor).read());
            case '(' -> group();
            case '\\' -> escape();
            case '*', '+', '?' -> throw new RegexException("'" + Character.toString(point) + "' repeats nothing");
            default -> literal(point);
        };
    }

    private static Term literal(int point) {
        return Term.Characters.of(CharacterSet.between(point, point));
    }

    private Term escape() {
        for (var edge : EDGES.entrySet()) {
            if (cursor.take(edge.getKey())) {
                return new Term.Edge(edge.getValue());
            }
        }
        return Escapes.classOf(cursor)
                .<Term>map(Term.Characters::of)
                .orElseGet(() -> literal(Escapes.character(cursor)));
    }

    private Term group() {
        for (var look : LOOKS.entrySet()) {
            if (cursor.take(look.getKey())) {
                return look.getValue().apply(closed());
            }
        }
        if (cursor.take("?<") || cursor.take("?P<")) {
            cursor.until('>');
        } else if (!cursor.take("?:") && cursor.peek() == '?') {
            throw new RegexException("the group (?" + Character.toString(cursor.peek(1)) + " is not supported");
        }
        return closed();
    }

    private Term closed() {
        var term = either();
        cursor.require(")");
        return term;
    }
}
