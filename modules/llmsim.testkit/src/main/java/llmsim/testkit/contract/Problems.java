package llmsim.testkit.contract;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Category;
import llmsim.api.problem.Period;
import llmsim.api.problem.Problem;
import llmsim.api.problem.Quantity;
import llmsim.api.problem.Violation;
import llmsim.api.problem.Violation.Sized;

/** A problem of every kind. */
final class Problems {
    /** A sentence of characters that break careless JSON. */
    static final String SENTENCE = "Say \"it\" \\ in\none\tline: \u0001 é 東京 🧑‍🚀 </script>";

    private static final FieldPath FIELD = FieldPath.of("messages").index(0).field("content");
    private static final String MODEL = "gpt-5";

    private Problems() {}

    static List<Problem> all() {
        return Stream.of(
                        violations().map(violation -> new Problem.InvalidField(FIELD, violation)),
                        Stream.of(new Problem.InvalidField(FieldPath.ROOT, new Violation.Missing())),
                        ofCalls(),
                        ofModels(),
                        ofState(),
                        stated())
                .<Problem>flatMap(problems -> problems)
                .toList();
    }

    /** One of each family, that says {@link #SENTENCE}. */
    static Stream<Problem> stated() {
        return Arrays.stream(Category.values())
                .map(category -> new Problem.Stated(category, SENTENCE, Optional.empty()));
    }

    private static Stream<Violation> violations() {
        return Stream.of(
                new Violation.Missing(),
                new Violation.WrongType("a string", "an integer"),
                new Violation.NotOneOf("blue", List.of("red", "green")),
                new Violation.TooSmall("-1", "0", true),
                new Violation.TooGreat("2.5", "2", false),
                new Violation.TooShort(Sized.STRING, 0, 1),
                new Violation.TooLong(Sized.ARRAY, 200, 128),
                new Violation.TooLong(Sized.NAME, 65, 64),
                new Violation.Unmatched("^[a-z]+$"),
                new Violation.Broken(SENTENCE, "some_code"));
    }

    private static Stream<Problem> ofCalls() {
        return Stream.of(
                new Problem.BrokenJson(SENTENCE, 1, 7),
                new Problem.UnknownRoute("POST", "/v1/nowhere"),
                new Problem.MethodNotAllowed("PUT", "/v1/models", List.of("GET")),
                new Problem.TooLarge("body", 1024),
                new Problem.Malformed(Category.REQUEST_TIMEOUT, SENTENCE),
                new Problem.UnsupportedMediaType("text/plain", "application/json"));
    }

    private static Stream<Problem> ofModels() {
        return Stream.of(
                new Problem.UnknownModel(SENTENCE),
                new Problem.UnsupportedInput(MODEL, "image", 1, 0),
                new Problem.ContextLengthExceeded(MODEL, 128_000, 130_000, 0),
                new Problem.ContextLengthExceeded(MODEL, 128_000, 1_000, 128_000),
                new Problem.OutputTooLong(MODEL, 16_384, 100_000));
    }

    private static Stream<Problem> ofState() {
        return Stream.of(
                new Problem.NotStored("chat completion", "chatcmpl-1"),
                new Problem.Unauthenticated(true),
                new Problem.Unauthenticated(false),
                new Problem.RateLimited(
                        MODEL, Quantity.TOKENS, Period.MINUTE, 1_000, 990, 20, Duration.ofMillis(1_500)),
                new Problem.WithStatus(418, "teapot", SENTENCE),
                new Unheard());
    }

    private record Unheard() implements Problem.Open {
        @Override
        public String kind() {
            return "unheard";
        }

        @Override
        public Category category() {
            return Category.CONFLICT;
        }

        @Override
        public String message() {
            return "of a kind that no adapter knows";
        }
    }
}
