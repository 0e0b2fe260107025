package llmsim.engine.mock;

import java.util.List;
import java.util.Optional;
import llmsim.api.settings.NearMiss;
import llmsim.engine.match.BoundedPattern;
import llmsim.engine.match.Condition;
import llmsim.engine.match.JsonPath;
import llmsim.engine.match.Match;
import llmsim.engine.match.Subject;
import tools.jackson.databind.JsonNode;

/** A value of a request that a template can have a place for. What a request does not have is an empty text. */
sealed interface RequestValue {
    /** Names in errors; those with a dot go on. */
    List<String> NAMES =
            List.of("model", "content", "system", "path", "session", "n", "header.NAME", "json.$.PATH", "match.GROUP");

    /** The value as text. */
    String of(Subject subject, long n);

    /** The value of this name; {@link IllegalArgumentException} if there is none. */
    static RequestValue of(String name, Match match) {
        for (var simple : Simple.values()) {
            if (simple.written.equals(name)) {
                return simple;
            }
        }
        var dot = name.indexOf('.');
        var rest = name.substring(dot + 1);
        return switch (dot < 0 ? "" : name.substring(0, dot)) {
            case "header" -> new Header(rest);
            case "json" -> new Json(JsonPath.of(rest));
            case "match" -> group(rest, match);
            default ->
                throw new IllegalArgumentException("unknown value '{{" + name + "}}'" + NearMiss.hint(name, NAMES));
        };
    }

    private static Group group(String name, Match match) {
        var pattern = match.conditions().stream()
                .filter(Condition.Regex.class::isInstance)
                .map(condition -> ((Condition.Regex) condition).pattern())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("{{match." + name + "}} needs a regex in match"));
        var number = name.matches("\\d{1,4}")
                ? Integer.valueOf(name)
                : pattern.names().getOrDefault(name, Integer.MAX_VALUE);
        if (number > pattern.groups()) {
            throw new IllegalArgumentException("the regex has no group '" + name + "'; it has " + pattern.groups()
                    + (pattern.names().isEmpty()
                            ? ""
                            : ", by name " + String.join(", ", pattern.names().keySet())));
        }
        return new Group(pattern, number);
    }

    /** Values that are one word. */
    enum Simple implements RequestValue {
        MODEL("model") {
            @Override
            public String of(Subject subject, long n) {
                return subject.model();
            }
        },
        CONTENT("content") {
            @Override
            public String of(Subject subject, long n) {
                return subject.content();
            }
        },
        SYSTEM("system") {
            @Override
            public String of(Subject subject, long n) {
                return subject.system();
            }
        },
        PATH("path") {
            @Override
            public String of(Subject subject, long n) {
                return subject.path();
            }
        },
        SESSION("session") {
            @Override
            public String of(Subject subject, long n) {
                return subject.session();
            }
        },
        N("n") {
            @Override
            public String of(Subject subject, long n) {
                return Long.toString(n);
            }
        };

        private final String written;

        Simple(String written) {
            this.written = written;
        }
    }

    /** The first value of a header field. */
    record Header(String name) implements RequestValue {
        @Override
        public String of(Subject subject, long n) {
            return subject.header(name).stream().findFirst().orElse("");
        }
    }

    /** The first value at a place in the body: a text as it is, anything else as JSON. */
    record Json(JsonPath path) implements RequestValue {
        @Override
        public String of(Subject subject, long n) {
            return path.in(subject.body()).stream()
                    .flatMap(List::stream)
                    .findFirst()
                    .map(Json::text)
                    .orElse("");
        }

        private static String text(JsonNode node) {
            return Optional.ofNullable(node.stringValue(null)).orElseGet(node::toString);
        }
    }

    /** What a group of the mock's regular expression took. */
    record Group(BoundedPattern pattern, int number) implements RequestValue {
        @Override
        public String of(Subject subject, long n) {
            return subject.find(pattern) instanceof BoundedPattern.Result.Found(var groups) ? groups.get(number) : "";
        }
    }
}
