package llmsim.engine.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of {@link Pattern}'s language that gives up on a text that takes it too long.
 *
 * <p>Steps are counted, not time, so that the outcome is the same on every machine: each look at a character of the text
 * is one. Compares by identity. Thread-safe.
 */
public final class BoundedPattern {
    /** Most characters of an expression. */
    public static final int LONGEST = 1_000;

    private static final long LARGEST_COUNT = 100_000;
    private static final Pattern COUNT = Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** The expression; {@link IllegalArgumentException} with a phrase that says what is wrong with it. */
    public static BoundedPattern of(String written) {
        if (written.length() > LONGEST) {
            throw new IllegalArgumentException("a regular expression has at most " + LONGEST + " characters");
        }
        if (counts(written) > LARGEST_COUNT) {
            throw new IllegalArgumentException("the repetitions multiply to more than " + LARGEST_COUNT);
        }
        try {
            return new BoundedPattern(Pattern.compile(written));
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    wrong.getDescription() + " near character " + (wrong.getIndex() + 1), wrong);
        }
    }

    /** Repetitions of what takes no character look at none, so that no step would be counted. */
    private static double counts(String written) {
        var product = 1.0;
        for (var count : COUNT.matcher(written).results().toList()) {
            var last = count.group(2);
            product *= Math.max(1, Double.parseDouble(last == null || last.isEmpty() ? count.group(1) : last));
        }
        return product;
    }

    /** As it is written. */
    public String written() {
        return pattern.pattern();
    }

    /** How many groups there are, the whole excepted. */
    public int groups() {
        return pattern.matcher("").groupCount();
    }

    /** The numbers of the groups that have names. */
    public Map<String, Integer> names() {
        return new TreeMap<>(pattern.namedGroups());
    }

    /** Looks for the first part of a text that fits. */
    Result find(String text, Steps ofRequest) {
        var steps = ofRequest.forOnePattern();
        try {
            var matcher = pattern.matcher(new CountedText(text, 0, text.length(), steps));
            return matcher.find() ? new Result.Found(groups(text, matcher)) : new Result.Absent();
        } catch (TooManySteps _) {
            return new Result.GaveUp("it took more than " + steps.limit + " steps");
        } catch (StackOverflowError _) {
            return new Result.GaveUp("it goes too deep");
        } finally {
            ofRequest.left -= steps.limit - steps.left;
        }
    }

    private static List<String> groups(String text, Matcher matcher) {
        var groups = new ArrayList<String>();
        for (var i = 0; i <= matcher.groupCount(); i++) {
            groups.add(matcher.start(i) < 0 ? "" : text.substring(matcher.start(i), matcher.end(i)));
        }
        return List.copyOf(groups);
    }

    /** What became of a search. */
    public sealed interface Result {
        /** A part fits. The groups: the whole part first; one that took no part in it is empty. */
        record Found(List<String> groups) implements Result {
            public Found {
                groups = List.copyOf(groups);
            }
        }

        /** No part fits. */
        record Absent() implements Result {}

        /** Nobody knows. The reason is a phrase. */
        record GaveUp(String why) implements Result {}
    }

    /** How many steps may still be taken: a share of the request's for each expression, so that many are bounded too. */
    static final class Steps {
        private static final long LEAST = 500_000;
        private static final long EACH_CHARACTER = 8;
        private static final int SHARES = 4;

        private final long limit;
        private final long share;
        private long left;

        private Steps(long limit, long share) {
            this.limit = limit;
            this.share = share;
            this.left = limit;
        }

        static Steps ofRequest(String text) {
            var share = LEAST + EACH_CHARACTER * text.length();
            return new Steps(SHARES * share, share);
        }

        private Steps forOnePattern() {
            var limit = Math.max(0, Math.min(share, left));
            return new Steps(limit, limit);
        }

        private void take() {
            if (--left < 0) {
                throw new TooManySteps();
            }
        }
    }

    /** A text that counts the looks at its characters. */
    private record CountedText(String text, int from, int to, Steps steps) implements CharSequence {
        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            steps.take();
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text, from + start, from + end, steps);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }

    /** Ends a search. */
    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }
}
