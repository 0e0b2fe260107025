package llmsim.engine.match;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import llmsim.api.content.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One thing that a request must have. Upper and lower case are one, but for paths, JSON and regular expressions. */
public sealed interface Condition {
    /** Its name in files, such as {@code content_contains}. */
    String key();

    /** Whether a request has it. */
    boolean holds(Subject subject);

    /** What the request has instead: a phrase, for a request that does not have it. */
    String whyNot(Subject subject);

    /** The last user message that has any text has this in its text. */
    record ContentContains(String text, String folded) implements Condition {
        public ContentContains(String text) {
            this(text, Folded.of(text));
        }

        @Override
        public String key() {
            return "content_contains";
        }

        @Override
        public boolean holds(Subject subject) {
            return subject.foldedContent().contains(folded);
        }

        @Override
        public String whyNot(Subject subject) {
            return Shown.quoted(text) + " is not in " + Shown.quoted(subject.content());
        }
    }

    /** The system and developer messages together have this in their text. */
    record SystemContains(String text, String folded) implements Condition {
        public SystemContains(String text) {
            this(text, Folded.of(text));
        }

        @Override
        public String key() {
            return "system_contains";
        }

        @Override
        public boolean holds(Subject subject) {
            return subject.foldedSystem().contains(folded);
        }

        @Override
        public String whyNot(Subject subject) {
            return Shown.quoted(text) + " is not in " + Shown.quoted(subject.system());
        }
    }

    /** The text of {@link ContentContains} has a part that fits a regular expression. */
    record Regex(BoundedPattern pattern) implements Condition {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Regex(var same) && same.written().equals(pattern.written());
        }

        @Override
        public int hashCode() {
            return pattern.written().hashCode();
        }

        @Override
        public String key() {
            return "regex";
        }

        @Override
        public boolean holds(Subject subject) {
            return subject.find(pattern) instanceof BoundedPattern.Result.Found;
        }

        @Override
        public String whyNot(Subject subject) {
            var where = Shown.quoted(subject.content());
            return switch (subject.find(pattern)) {
                case BoundedPattern.Result.GaveUp(var why) ->
                    Shown.quoted(pattern.written()) + " was given up on " + where + ": " + why;
                case BoundedPattern.Result.Found _, BoundedPattern.Result.Absent _ ->
                    Shown.quoted(pattern.written()) + " is not found in " + where;
            };
        }
    }

    /** The model has this name, or one that fits the stars in it. */
    record Model(Glob glob) implements Condition {
        public Model(String pattern) {
            this(Glob.of(pattern.toLowerCase(Locale.ROOT)));
        }

        @Override
        public String key() {
            return "model";
        }

        @Override
        public boolean holds(Subject subject) {
            return glob.matches(subject.foldedModel());
        }

        @Override
        public String whyNot(Subject subject) {
            return "the model is " + Shown.quoted(subject.model()) + ", not " + Shown.quoted(glob.written());
        }
    }

    /** The last message is of this role. */
    record LastRole(Role role) implements Condition {
        @Override
        public String key() {
            return "role";
        }

        @Override
        public boolean holds(Subject subject) {
            return subject.role().equals(Optional.of(role));
        }

        @Override
        public String whyNot(Subject subject) {
            return subject.role()
                    .map(last -> "the last message is of " + name(last) + ", not of " + name(role))
                    .orElse("there is no message");
        }

        private static String name(Role role) {
            return role.name().toLowerCase(Locale.ROOT);
        }
    }

    /** A tool of this name is offered. */
    record Offered(String tool) implements Condition {
        @Override
        public String key() {
            return "tool";
        }

        @Override
        public boolean holds(Subject subject) {
            return subject.tools().contains(tool);
        }

        @Override
        public String whyNot(Subject subject) {
            var offered = subject.tools();
            return Shown.quoted(tool) + " is not offered"
                    + (offered.isEmpty() ? ", nor is any tool" : "; there are " + String.join(", ", offered));
        }
    }

    /**
     * A tool's result that the model has not answered yet has this in its text.
     *
     * @param tool whose result it must be; empty for any
     */
    record ToolResultContains(String text, String folded, Optional<String> tool) implements Condition {
        public ToolResultContains(String text, Optional<String> tool) {
            this(text, Folded.of(text), tool);
        }

        @Override
        public String key() {
            return "tool_result";
        }

        @Override
        public boolean holds(Subject subject) {
            return subject.results().stream()
                    .anyMatch(result -> result.isOf(tool) && result.folded().contains(folded));
        }

        @Override
        public String whyNot(Subject subject) {
            var results = subject.results().stream()
                    .filter(result -> result.isOf(tool))
                    .toList();
            var of = tool.map(name -> " of " + Shown.quoted(name)).orElse(" of a tool");
            return results.isEmpty()
                    ? "there is no new result" + of
                    : Shown.quoted(text) + " is not in "
                            + Shown.quoted(results.getLast().text());
        }
    }

    /**
     * A header field has this value.
     *
     * @param whole whether it is the whole value, or a part of it
     */
    record Header(String name, String value, String folded, boolean whole) implements Condition {
        public Header(String name, String value, boolean whole) {
            this(name, value, Folded.of(value), whole);
        }

        @Override
        public String key() {
            return "header";
        }

        @Override
        public boolean holds(Subject subject) {
            return subject.header(name).stream()
                    .map(Folded::of)
                    .anyMatch(given -> whole ? given.equals(folded) : given.contains(folded));
        }

        @Override
        public String whyNot(Subject subject) {
            var given = subject.header(name);
            return given.isEmpty()
                    ? "there is no " + name
                    : name + " is " + Shown.quoted(given.getFirst()) + (whole ? ", not " : ", without ")
                            + Shown.quoted(value);
        }
    }

    /** The path below the provider's prefix fits, such as {@code *}{@code /chat/completions}. */
    record Path(Glob glob) implements Condition {
        public Path(String pattern) {
            this(Glob.of(pattern));
        }

        @Override
        public String key() {
            return "path";
        }

        @Override
        public boolean holds(Subject subject) {
            return glob.matches(subject.path());
        }

        @Override
        public String whyNot(Subject subject) {
            return "the path is " + Shown.quoted(subject.path()) + ", not " + Shown.quoted(glob.written());
        }
    }

    /** The JSON of the request's body has something at a place. */
    record Json(JsonPath path, Expected expected) implements Condition {
        @Override
        public String key() {
            return "json_path";
        }

        @Override
        public boolean holds(Subject subject) {
            return path.in(subject.body()).filter(expected::fits).isPresent();
        }

        @Override
        public String whyNot(Subject subject) {
            return path.in(subject.body())
                    .map(found -> path.written() + " " + expected.whyNot(found))
                    .orElse(path.written() + " was given up: it leads to too many places");
        }
    }

    /** What must be at a place in JSON. */
    sealed interface Expected {
        /** Whether these are right. */
        boolean fits(List<JsonNode> found);

        /** A phrase about what is there instead. */
        String whyNot(List<JsonNode> found);

        /** Something, or nothing. */
        record Present(boolean present) implements Expected {
            @Override
            public boolean fits(List<JsonNode> found) {
                return found.isEmpty() != present;
            }

            @Override
            public String whyNot(List<JsonNode> found) {
                return present
                        ? "is not there"
                        : "is " + Shown.quoted(found.getFirst().toString());
            }
        }

        /** This value, somewhere among them; numbers compare by their value. */
        record Value(JsonNode value) implements Expected {
            public Value {
                value = value.deepCopy();
            }

            @Override
            public boolean fits(List<JsonNode> found) {
                return found.stream().anyMatch(node -> JsonSameness.same(node, value));
            }

            @Override
            public String whyNot(List<JsonNode> found) {
                return found.isEmpty()
                        ? "is not there"
                        : "is " + Shown.quoted(found.getFirst().toString()) + ", not " + Shown.quoted(value.toString());
            }
        }
    }
}
