package llmsim.engine.schema.regex;

import java.util.BitSet;
import java.util.List;

/**
 * Whether a term is found in one text. It goes from the set of places where a term may begin to the set of places where
 * it may end, so there is no backtracking, and gives up after a bounded number of steps. Not thread-safe.
 */
final class Matching {
    private static final int MOST_STEPS = 20_000;

    private final int[] points;
    private int steps;

    Matching(String text) {
        points = text.codePoints().toArray();
    }

    /** Whether it begins anywhere; {@code false} also if it takes too many steps. */
    boolean finds(Term term) {
        var everywhere = new BitSet();
        everywhere.set(0, points.length + 1);
        try {
            return !ends(term, everywhere).isEmpty();
        } catch (OutOfSteps _) {
            return false;
        }
    }

    private BitSet ends(Term term, BitSet starts) {
        count(1 + starts.cardinality() / 8);
        if (starts.isEmpty()) {
            return starts;
        }
        return switch (term) {
            case Term.Characters characters -> behind(characters.set(), starts);
            case Term.Sequence(var terms) -> inOrder(terms, starts);
            case Term.Either(var terms) -> anyOf(terms, starts);
            case Term.Repeat repeat -> repeated(repeat, starts);
            case Term.Edge(var place) -> edges(place, starts);
            case Term.Look look -> looking(look, starts);
        };
    }

    private BitSet behind(CharacterSet set, BitSet starts) {
        var ends = new BitSet();
        for (var at = starts.nextSetBit(0); at >= 0 && at < points.length; at = starts.nextSetBit(at + 1)) {
            if (set.contains(points[at])) {
                ends.set(at + 1);
            }
        }
        return ends;
    }

    private BitSet inOrder(List<Term> terms, BitSet starts) {
        var places = starts;
        for (var term : terms) {
            places = ends(term, places);
        }
        return places;
    }

    private BitSet anyOf(List<Term> terms, BitSet starts) {
        var ends = new BitSet();
        terms.forEach(term -> ends.or(ends(term, starts)));
        return ends;
    }

    private BitSet repeated(Term.Repeat repeat, BitSet starts) {
        var places = starts;
        for (var turn = 0; turn < repeat.least() && !places.isEmpty(); turn++) {
            var next = ends(repeat.term(), places);
            if (next.equals(places)) {
                break;
            }
            places = next;
        }
        return onwards(repeat, places);
    }

    /** All places that further turns can reach; a turn that reaches none that is new ends them. */
    private BitSet onwards(Term.Repeat repeat, BitSet starts) {
        var reached = (BitSet) starts.clone();
        var fresh = starts;
        for (var turn = repeat.least(); turn < repeat.most() && !fresh.isEmpty(); turn++) {
            fresh = (BitSet) ends(repeat.term(), fresh).clone();
            fresh.andNot(reached);
            reached.or(fresh);
        }
        return reached;
    }

    private BitSet edges(Term.Place place, BitSet starts) {
        var kept = new BitSet();
        starts.stream().filter(at -> isEdge(place, at)).forEach(kept::set);
        return kept;
    }

    private boolean isEdge(Term.Place place, int at) {
        return switch (place) {
            case START -> at == 0;
            case END -> at == points.length;
            case WORD_EDGE -> isWord(at - 1) != isWord(at);
            case NO_WORD_EDGE -> isWord(at - 1) == isWord(at);
        };
    }

    private boolean isWord(int at) {
        return at >= 0 && at < points.length && CharacterClasses.WORD.contains(points[at]);
    }

    private BitSet looking(Term.Look look, BitSet starts) {
        var kept = new BitSet();
        starts.stream().filter(at -> seen(look, at) == look.wanted()).forEach(kept::set);
        return kept;
    }

    private boolean seen(Term.Look look, int at) {
        var from = new BitSet();
        from.set(look.ahead() ? at : 0, at + 1);
        var ends = ends(look.term(), from);
        return look.ahead() ? !ends.isEmpty() : ends.get(at);
    }

    private void count(int work) {
        steps += work;
        if (steps > MOST_STEPS) {
            throw new OutOfSteps();
        }
    }

    private static final class OutOfSteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfSteps() {
            super("too many steps", null, false, false);
        }
    }
}
