package llmsim.it.sdk.fault;

import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolChoiceOption;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ToolChoiceOptions;
import java.util.Map;

/** The questions that are asked. */
final class Questions {
    private static final String TEXT = "What's the weather like in Paris?";
    private static final JsonValue PROPERTIES = JsonValue.from(Map.of("city", Map.of("type", "string")));

    private Questions() {}

    static ChatCompletionCreateParams chat(Asked asked, boolean stream) {
        var params = ChatCompletionCreateParams.builder().model(asked.model()).addUserMessage(TEXT);
        if (asked.tool()) {
            params.addFunctionTool(weather()).toolChoice(ChatCompletionToolChoiceOption.Auto.REQUIRED);
        }
        if (stream) {
            params.streamOptions(
                    ChatCompletionStreamOptions.builder().includeUsage(true).build());
        }
        return params.build();
    }

    private static FunctionDefinition weather() {
        return FunctionDefinition.builder()
                .name("weather")
                .parameters(FunctionParameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty("properties", PROPERTIES)
                        .build())
                .build();
    }

    static ResponseCreateParams response(Asked asked) {
        var params = ResponseCreateParams.builder().model(asked.model()).input(TEXT);
        if (asked.tool()) {
            params.addTool(tool()).toolChoice(ToolChoiceOptions.REQUIRED);
        }
        return params.build();
    }

    private static FunctionTool tool() {
        return FunctionTool.builder()
                .name("weather")
                .strict(false)
                .parameters(FunctionTool.Parameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty("properties", PROPERTIES)
                        .build())
                .build();
    }
}
