package llmsim.api.problem;

import java.util.List;

/** What is wrong with one field of a request. */
public sealed interface Violation {
    /** The same in plain words, without the field's name. */
    String message();

    /** A required field is absent. */
    record Missing() implements Violation {
        @Override
        public String message() {
            return "is required";
        }
    }

    /**
     * A value of the wrong JSON type.
     *
     * @param expected with article where the language wants one: {@code an integer}, {@code one of a string or an array}
     * @param actual such as {@code a string}
     */
    record WrongType(String expected, String actual) implements Violation {
        @Override
        public String message() {
            return "must be " + expected + ", not " + actual;
        }
    }

    /** A value that is not among the choices. */
    record NotOneOf(String actual, List<String> choices) implements Violation {
        public NotOneOf {
            choices = List.copyOf(choices);
        }

        @Override
        public String message() {
            return "must be one of " + String.join(", ", choices) + ", not '" + actual + "'";
        }
    }

    /** A number below the least one allowed. Numbers are kept as they were written. */
    record TooSmall(String actual, String minimum, boolean integer) implements Violation {
        @Override
        public String message() {
            return "must be at least " + minimum + ", not " + actual;
        }
    }

    /** A number above the greatest one allowed. */
    record TooGreat(String actual, String maximum, boolean integer) implements Violation {
        @Override
        public String message() {
            return "must be at most " + maximum + ", not " + actual;
        }
    }

    /** A text or an array with too few characters, elements or fields. */
    record TooShort(Sized kind, int actual, int minimum) implements Violation {
        @Override
        public String message() {
            return "must have at least " + minimum + " " + kind.counted() + ", not " + actual;
        }
    }

    /** A text or an array with too many characters, elements or fields. */
    record TooLong(Sized kind, int actual, int maximum) implements Violation {
        @Override
        public String message() {
            return "must have at most " + maximum + " " + kind.counted() + ", not " + actual;
        }
    }

    /** A text that does not fit a regular expression. */
    record Unmatched(String pattern) implements Violation {
        @Override
        public String message() {
            return "must match the pattern " + pattern;
        }
    }

    /** A value that breaks a rule which the other violations cannot say; the text is a whole sentence. */
    record Broken(String message, String code) implements Violation {}

    /** Things that have a length. */
    enum Sized {
        STRING("characters"),
        ARRAY("elements"),
        OBJECT("fields"),
        /** The name of a field itself, where a client may choose it. */
        NAME("characters in its name");

        private final String counted;

        Sized(String counted) {
            this.counted = counted;
        }

        /** What is counted. */
        public String counted() {
            return counted;
        }
    }
}
