package llmsim.openai.error;

import java.util.List;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Violation;

/** What is wrong with a field. */
final class FieldWords {
    private FieldWords() {}

    static Explained explained(FieldPath path, Violation violation) {
        var param = ParamName.of(path);
        return switch (violation) {
            case Violation.Broken(var sentence, var code)
            when code.isEmpty() -> Explained.parameter(ParamName.older(path), sentence, null);
            case Violation.Broken(var sentence, var code) ->
                Explained.parameter(Explainer.isWholeBody(path) ? null : param, sentence, code);
            case Violation _ when Explainer.isWholeBody(path) -> RequestWords.brokenJson();
            case Violation.Missing() ->
                Explained.parameter(
                        param, "Missing required parameter: '" + param + "'.", "missing_required_parameter");
            case Violation.WrongType(var expected, var actual) ->
                Explained.parameter(
                        param,
                        "Invalid type for '" + param + "': expected " + expected + ", but got " + actual + " instead.",
                        "invalid_type");
            case Violation.NotOneOf(var actual, var choices) ->
                Explained.parameter(
                        param,
                        "Invalid value: '" + Echo.of(actual) + "'. Supported values are: " + listed(choices) + ".",
                        "invalid_value");
            case Violation.Unmatched(var pattern) ->
                invalid(
                        param,
                        "string does not match pattern. Expected a string that matches the pattern '" + pattern + "'.",
                        "invalid_value");
            case Violation.TooSmall(var actual, var minimum, var integer) ->
                NumberWords.below(param, actual, minimum, integer);
            case Violation.TooGreat(var actual, var maximum, var integer) ->
                NumberWords.above(param, actual, maximum, integer);
            case Violation.TooShort tooShort -> LengthWords.tooShort(path, tooShort);
            case Violation.TooLong tooLong -> LengthWords.tooLong(path, tooLong);
        };
    }

    static Explained invalid(String param, String what, String code) {
        return Explained.parameter(param, "Invalid '" + param + "': " + what, code);
    }

    private static String listed(List<String> choices) {
        var quoted = choices.stream().map(choice -> "'" + choice + "'").toList();
        return switch (quoted.size()) {
            case 1 -> quoted.getFirst();
            case 2 -> quoted.getFirst() + " and " + quoted.getLast();
            default -> String.join(", ", quoted.subList(0, quoted.size() - 1)) + ", and " + quoted.getLast();
        };
    }
}
