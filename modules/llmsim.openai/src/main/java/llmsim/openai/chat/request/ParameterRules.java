package llmsim.openai.chat.request;

import java.util.Locale;
import java.util.Optional;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.openai.chat.wire.ChatCompletionRequest;
import llmsim.openai.chat.wire.ChatCompletionRequestMessage;
import llmsim.openai.chat.wire.ContentPart;
import llmsim.openai.chat.wire.MessageContent;
import org.jspecify.annotations.Nullable;

/** Parameters that need or exclude each other. The texts are the API's own, seen in answers of 2025 and 2026. */
final class ParameterRules {
    private ParameterRules() {}

    static Optional<InvalidField> oneTokenLimit(ChatCompletionRequest request) {
        return request.maxTokens() == null || request.maxCompletionTokens() == null
                ? Optional.empty()
                : Wrong.at(
                        FieldPath.ROOT,
                        "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
                        "invalid_parameter_combination");
    }

    static Optional<InvalidField> streamOptionsNeedStream(ChatCompletionRequest request) {
        return request.streamOptions() == null || request.streamed()
                ? Optional.empty()
                : Wrong.at(
                        FieldPath.of("stream_options"),
                        "The 'stream_options' parameter is only allowed when 'stream' is enabled.");
    }

    static Optional<InvalidField> topLogprobsNeedLogprobs(ChatCompletionRequest request) {
        return request.topLogprobs() == null || Boolean.TRUE.equals(request.logprobs())
                ? Optional.empty()
                : Wrong.at(
                        FieldPath.of("top_logprobs"),
                        "The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled.");
    }

    static Optional<InvalidField> jsonIsAskedFor(ChatCompletionRequest request) {
        var format = request.responseFormat();
        return format == null
                        || !format.type().equals("json_object")
                        || request.messages().stream().anyMatch(ParameterRules::saysJson)
                ? Optional.empty()
                : Wrong.at(
                        FieldPath.of("messages"),
                        "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.");
    }

    private static boolean saysJson(ChatCompletionRequestMessage message) {
        return saysJson(message.content());
    }

    private static boolean saysJson(@Nullable MessageContent content) {
        return switch (content) {
            case null -> false;
            case MessageContent.Text(var text) -> saysJson(text);
            case MessageContent.Parts(var parts) ->
                parts.stream().anyMatch(part -> part instanceof ContentPart.Text(var text) && saysJson(text));
        };
    }

    private static boolean saysJson(String text) {
        return text.toLowerCase(Locale.ROOT).contains("json");
    }
}
