package llmsim.engine.schema.regex;

import java.util.ArrayList;
import java.util.List;
import llmsim.engine.schema.regex.CharacterSet.Range;

/** Reads what stands in square brackets, by the rules of ECMAScript. */
final class ClassReading {
    private final Cursor cursor;

    ClassReading(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The set; the opening bracket was taken. */
    CharacterSet read() {
        var negated = cursor.take("^");
        var ranges = new ArrayList<Range>();
        while (!cursor.take("]")) {
            ranges.addAll(item());
        }
        var set = CharacterSet.of(ranges);
        return negated ? set.negated() : set;
    }

    private List<Range> item() {
        var first = atom();
        if (first.size() != 1 || cursor.peek() != '-' || cursor.peek(1) == ']') {
            return first.ranges();
        }
        cursor.next();
        var last = atom();
        if (last.size() != 1) {
            throw new RegexException("a range in brackets ends in a class");
        }
        return List.of(range(
                first.ranges().getFirst().first(), last.ranges().getFirst().last()));
    }

    private static Range range(int first, int last) {
        if (first > last) {
            throw new RegexException("a range in brackets is upside down");
        }
        return new Range(first, last);
    }

    private CharacterSet atom() {
        var point = cursor.next();
        if (point != '\\') {
            return CharacterSet.between(point, point);
        }
        return Escapes.classOf(cursor).orElseGet(this::escaped);
    }

    private CharacterSet escaped() {
        var point = cursor.take("b") ? '\b' : Escapes.character(cursor);
        return CharacterSet.between(point, point);
    }
}
