package llmsim.openai.error;

import llmsim.api.exchange.Call;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What a model is not, or cannot. */
final class ModelWords {
    private ModelWords() {}

    static Explained unknown(String model, Call call) {
        var message = call.method() == Call.Method.GET
                ? "The model '" + model + "' does not exist"
                : "The model `" + model + "` does not exist or you do not have access to it.";
        var error = Explained.parameter(call.method() == Call.Method.GET ? "model" : null, message, "model_not_found");
        return new Explained(404, error.error());
    }

    static Explained unsupportedInput(Problem.UnsupportedInput problem, FieldNames names) {
        var type = partType(problem.kind());
        return Explained.parameter(
                names.partsPlaced() ? place(problem, names) : names.prompt(),
                "Invalid content type. " + type + " is only supported by certain models.",
                null);
    }

    private static @Nullable String place(Problem.UnsupportedInput problem, FieldNames names) {
        return ParamName.older(FieldPath.of(names.prompt())
                .index(problem.messageIndex())
                .field("content")
                .index(problem.partIndex())
                .field("type"));
    }

    private static String partType(String kind) {
        return switch (kind) {
            case "image" -> "image_url";
            case "audio" -> "input_audio";
            case "pdf" -> "file";
            default -> kind;
        };
    }

    static Explained contextLength(Problem.ContextLengthExceeded exceeded, FieldNames names) {
        return Explained.parameter(
                names.prompt(),
                names.promptTooLong().orElseGet(() -> contextLengthMessage(exceeded)),
                "context_length_exceeded");
    }

    private static String contextLengthMessage(Problem.ContextLengthExceeded exceeded) {
        var limit = "This model's maximum context length is " + exceeded.contextWindow() + " tokens. However, ";
        return exceeded.completionTokens() == 0
                ? limit + "your messages resulted in " + exceeded.promptTokens()
                        + " tokens. Please reduce the length of the messages."
                : limit + "you requested " + exceeded.neededTokens() + " tokens ("
                        + exceeded.promptTokens() + " in the messages, " + exceeded.completionTokens()
                        + " in the completion). Please reduce the length of the messages or completion.";
    }

    static Explained outputTooLong(Problem.OutputTooLong problem, FieldNames names) {
        return Explained.parameter(
                names.completionLimit(),
                names.completionLimit() + " is too large: " + problem.demandedTokens()
                        + ". This model supports at most "
                        + problem.maxOutputTokens() + " completion tokens, whereas you provided "
                        + problem.demandedTokens() + ".",
                "invalid_value");
    }
}
