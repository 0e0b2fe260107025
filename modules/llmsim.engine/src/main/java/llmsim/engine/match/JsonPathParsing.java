package llmsim.engine.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import llmsim.engine.match.JsonPath.Selector;
import llmsim.engine.match.JsonPath.Step;

/** Reads a {@link JsonPath}. Used once. */
final class JsonPathParsing {
    private static final int DIGITS = 9;

    private final String text;
    private int at;

    JsonPathParsing(String text) {
        this.text = text;
    }

    List<Step> steps() {
        if (text.length() > JsonPath.LONGEST) {
            throw new IllegalArgumentException("a path has at most " + JsonPath.LONGEST + " characters");
        }
        if (!take("$")) {
            throw wrong("a path begins with $");
        }
        var steps = new ArrayList<Step>();
        while (at < text.length()) {
            steps.add(step());
        }
        return steps;
    }

    private Step step() {
        if (take("..")) {
            return new Step(take("[") ? bracketed() : dotted(), true);
        }
        if (take(".")) {
            return new Step(dotted(), false);
        }
        if (take("[")) {
            return new Step(bracketed(), false);
        }
        throw wrong("here must be . or [");
    }

    private Selector dotted() {
        if (take("*")) {
            return new Selector.All();
        }
        var name = run(c -> c == '_' || c >= 0x80 || Character.isLetterOrDigit(c));
        if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
            throw wrong("here must be a name or *; other names stand in ['…']");
        }
        return new Selector.Name(name);
    }

    private Selector bracketed() {
        var selector = inside();
        if (!take("]")) {
            throw wrong("here must be ]; filters and several choices in one bracket are not read");
        }
        return selector;
    }

    private Selector inside() {
        if (take("*")) {
            return new Selector.All();
        }
        if (take("'")) {
            return new Selector.Name(quoted('\''));
        }
        if (take("\"")) {
            return new Selector.Name(quoted('"'));
        }
        var first = number();
        return take(":") ? slice(first) : new Selector.Index(first.orElseThrow(this::noSelector));
    }

    private Selector slice(Optional<Integer> from) {
        var to = number();
        var step = take(":") ? number().orElse(1) : 1;
        if (step < 1) {
            throw wrong("the step of a slice must be at least 1");
        }
        return new Selector.Slice(from, to, step);
    }

    private IllegalArgumentException noSelector() {
        return wrong("here must be a number, a name in quotes, or *");
    }

    private Optional<Integer> number() {
        var sign = take("-") ? -1 : 1;
        var digits = run(c -> c >= '0' && c <= '9');
        if (digits.isEmpty()) {
            if (sign < 0) {
                throw noSelector();
            }
            return Optional.empty();
        }
        if (digits.length() > DIGITS) {
            throw wrong("a number has at most " + DIGITS + " digits");
        }
        return Optional.of(sign * Integer.parseInt(digits));
    }

    private String quoted(char quote) {
        var name = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\') {
                at++;
                requireEscape(quote);
            }
            name.append(text.charAt(at++));
        }
        if (!take(String.valueOf(quote))) {
            throw wrong("the quote is not closed");
        }
        return name.toString();
    }

    private void requireEscape(char quote) {
        if (at == text.length() || (text.charAt(at) != '\\' && text.charAt(at) != quote)) {
            throw wrong("only the quote and the backslash are escaped");
        }
    }

    private String run(IntPredicate accepted) {
        var begin = at;
        while (at < text.length() && accepted.test(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private boolean take(String expected) {
        if (!text.startsWith(expected, at)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " (character " + (at + 1) + " of " + Shown.quoted(text) + ")");
    }
}
