package llmsim.engine.mock;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import llmsim.engine.match.Condition;
import llmsim.engine.match.Condition.Expected;
import llmsim.engine.match.Folded;
import llmsim.engine.match.JsonPath;
import llmsim.engine.match.Match;
import llmsim.engine.match.Subject;
import llmsim.engine.match.ToolOutput;
import tools.jackson.databind.JsonNode;

/** What a request must have before a mock is worth looking at: one of its conditions, or something that follows from it. */
sealed interface Anchor {
    /** The smaller, the fewer requests have it. */
    int rank();

    /** The best anchor of a match; empty if each request must be looked at. */
    static Optional<Anchor> of(Match match) {
        return match.conditions().stream()
                .flatMap(condition -> of(condition).stream())
                .min(Comparator.comparingInt(Anchor::rank));
    }

    private static Optional<Anchor> of(Condition condition) {
        return switch (condition) {
            case Condition.ContentContains(var _, var folded) -> contains(Place.CONTENT, folded);
            case Condition.SystemContains(var _, var folded) -> contains(Place.SYSTEM, folded);
            case Condition.ToolResultContains(var _, var folded, var _) -> contains(Place.RESULTS, folded);
            case Condition.Regex(var pattern) -> contains(Place.CONTENT, Folded.of(Literal.in(pattern.written())));
            case Condition.Header(var name, var _, var folded, var whole)
            when whole -> Optional.of(new Has(new Question.Header(name.toLowerCase(Locale.ROOT)), folded));
            case Condition.Json(var path, Expected.Value(var value))
            when value.isString() -> Optional.of(new Has(new Question.Json(path), value.stringValue()));
            case Condition.Offered(var tool) -> Optional.of(new Has(new Question.Tools(), tool));
            case Condition.Path(var glob)
            when glob.exact() -> Optional.of(new Has(new Question.Path(), glob.written()));
            case Condition.Model(var glob)
            when glob.exact() -> Optional.of(new Has(new Question.Model(), glob.written()));
            case Condition.LastRole(var role) -> Optional.of(new Has(new Question.Role(), role.name()));
            case Condition.Header _, Condition.Json _, Condition.Path _, Condition.Model _ -> Optional.empty();
        };
    }

    private static Optional<Anchor> contains(Place place, String folded) {
        return folded.isEmpty() ? Optional.empty() : Optional.of(new Contains(place, folded));
    }

    /** A text is somewhere in the request. */
    record Contains(Place place, String folded) implements Anchor {
        @Override
        public int rank() {
            return place == Place.SYSTEM ? 4 : 0;
        }
    }

    /** The request has this answer to a question. */
    record Has(Question question, String answer) implements Anchor {
        @Override
        public int rank() {
            return question.rank();
        }
    }

    /** Where texts are looked for, with their case folded. */
    enum Place {
        CONTENT,
        SYSTEM,
        RESULTS;

        Stream<String> texts(Subject subject) {
            return switch (this) {
                case CONTENT -> Stream.of(subject.foldedContent());
                case SYSTEM -> Stream.of(subject.foldedSystem());
                case RESULTS -> subject.results().stream().map(ToolOutput::folded);
            };
        }
    }

    /** What can be asked of a request once, for all mocks that want to know it. */
    sealed interface Question {
        Collection<String> answers(Subject subject);

        int rank();

        record Model() implements Question {
            @Override
            public Collection<String> answers(Subject subject) {
                return List.of(subject.foldedModel());
            }

            @Override
            public int rank() {
                return 6;
            }
        }

        record Path() implements Question {
            @Override
            public Collection<String> answers(Subject subject) {
                return List.of(subject.path());
            }

            @Override
            public int rank() {
                return 7;
            }
        }

        record Role() implements Question {
            @Override
            public Collection<String> answers(Subject subject) {
                return subject.role().map(Enum::name).stream().toList();
            }

            @Override
            public int rank() {
                return 8;
            }
        }

        record Tools() implements Question {
            @Override
            public Collection<String> answers(Subject subject) {
                return subject.tools();
            }

            @Override
            public int rank() {
                return 5;
            }
        }

        record Header(String name) implements Question {
            @Override
            public Collection<String> answers(Subject subject) {
                return subject.header(name).stream().map(Folded::of).toList();
            }

            @Override
            public int rank() {
                return 2;
            }
        }

        /** A path that leads to too many places has no answers, as its condition does not hold. */
        record Json(JsonPath path) implements Question {
            @Override
            public Collection<String> answers(Subject subject) {
                return path.in(subject.body()).stream()
                        .flatMap(List::stream)
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .toList();
            }

            @Override
            public int rank() {
                return 3;
            }
        }
    }
}
