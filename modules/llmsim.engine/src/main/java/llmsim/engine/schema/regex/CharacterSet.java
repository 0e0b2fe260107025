package llmsim.engine.schema.regex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** A set of code points as ranges in ascending order that do not touch. Immutable. */
record CharacterSet(List<Range> ranges) {
    private static final int LAST = Character.MAX_CODE_POINT;

    /** From the first to the last, both of them included. */
    record Range(int first, int last) {
        int size() {
            return last - first + 1;
        }
    }

    static CharacterSet of(List<Range> ranges) {
        var joined = new ArrayList<Range>();
        for (var range :
                ranges.stream().sorted(Comparator.comparingInt(Range::first)).toList()) {
            var before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && range.first() <= before.last() + 1) {
                joined.set(joined.size() - 1, new Range(before.first(), Math.max(before.last(), range.last())));
            } else {
                joined.add(range);
            }
        }
        return new CharacterSet(List.copyOf(joined));
    }

    static CharacterSet between(int first, int last) {
        return new CharacterSet(List.of(new Range(first, last)));
    }

    CharacterSet negated() {
        var others = new ArrayList<Range>();
        var next = 0;
        for (var range : ranges) {
            if (next < range.first()) {
                others.add(new Range(next, range.first() - 1));
            }
            next = range.last() + 1;
        }
        if (next <= LAST) {
            others.add(new Range(next, LAST));
        }
        return new CharacterSet(List.copyOf(others));
    }

    CharacterSet and(CharacterSet other) {
        var both = new ArrayList<Range>();
        for (var mine : ranges) {
            for (var theirs : other.ranges) {
                var first = Math.max(mine.first(), theirs.first());
                var last = Math.min(mine.last(), theirs.last());
                if (first <= last) {
                    both.add(new Range(first, last));
                }
            }
        }
        return of(both);
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    int size() {
        return ranges.stream().mapToInt(Range::size).sum();
    }

    /** Any of them; there must be one. */
    int draw(RandomGenerator random) {
        var index = random.nextInt(size());
        for (var range : ranges) {
            if (index < range.size()) {
                return range.first() + index;
            }
            index -= range.size();
        }
        throw new IllegalStateException("the set is empty");
    }

    boolean contains(int point) {
        var low = 0;
        var high = ranges.size() - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            if (ranges.get(middle).last() < point) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return low < ranges.size() && ranges.get(low).first() <= point;
    }
}
