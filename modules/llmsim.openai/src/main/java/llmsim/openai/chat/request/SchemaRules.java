package llmsim.openai.chat.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.SchemaUse;
import llmsim.openai.chat.wire.ChatCompletionRequest;
import llmsim.openai.chat.wire.ChatCompletionRequest.JsonSchemaFormat;
import llmsim.openai.chat.wire.ChatCompletionTool;
import llmsim.openai.chat.wire.FunctionObject;
import llmsim.openai.error.SchemaWords;
import llmsim.openai.schema.SchemaCheck;
import llmsim.openai.schema.SchemaFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the provider demands of the schemas of functions and of the answer's format; see {@link SchemaCheck}. */
final class SchemaRules {
    private static final String FUNCTION_CODE = "invalid_function_parameters";

    private SchemaRules() {}

    static Optional<InvalidField> functionsHaveUsableSchemas(ChatCompletionRequest request) {
        return first(request.tools(), SchemaRules::newer).or(() -> first(request.functions(), SchemaRules::older));
    }

    private interface Look<T> {
        Optional<InvalidField> at(int index, T element);
    }

    private static <T> Optional<InvalidField> first(@Nullable List<T> elements, Look<T> look) {
        return elements == null
                ? Optional.empty()
                : IntStream.range(0, elements.size())
                        .boxed()
                        .flatMap(index -> look.at(index, elements.get(index)).stream())
                        .findFirst();
    }

    private static Optional<InvalidField> newer(int index, ChatCompletionTool tool) {
        var path = FieldPath.of("tools").index(index).field("function").field("parameters");
        return Stream.ofNullable(tool.function())
                .flatMap(function -> function(path, index, function).stream())
                .findFirst();
    }

    private static Optional<InvalidField> older(int index, FunctionObject function) {
        return function(FieldPath.of("functions").index(index).field("parameters"), index, function);
    }

    private static Optional<InvalidField> function(FieldPath path, int index, FunctionObject function) {
        var strict = Boolean.TRUE.equals(function.strict());
        var use = new SchemaUse.ToolArguments(index, function.name());
        return described(function.parameters())
                .flatMap(schema -> SchemaCheck.ofFunction(schema, strict))
                .flatMap(fault -> Wrong.at(path, sentence(use, fault), FUNCTION_CODE));
    }

    static Optional<InvalidField> formatHasUsableSchema(ChatCompletionRequest request) {
        var format = request.responseFormat() == null
                ? null
                : request.responseFormat().jsonSchema();
        return Optional.ofNullable(format).flatMap(SchemaRules::format);
    }

    private static Optional<InvalidField> format(JsonSchemaFormat format) {
        var strict = Boolean.TRUE.equals(format.strict());
        var use = new SchemaUse.AnswerFormat(format.name());
        return described(format.schema())
                .flatMap(schema -> SchemaCheck.ofFormat(schema, strict))
                .flatMap(fault -> Wrong.at(FieldPath.of("response_format"), sentence(use, fault)));
    }

    /** A schema that is left out or empty allows anything. */
    private static Optional<JsonNode> described(@Nullable JsonNode schema) {
        return Optional.ofNullable(schema).filter(given -> !given.isEmpty());
    }

    private static String sentence(SchemaUse use, SchemaFault fault) {
        return fault.where()
                .map(where -> SchemaWords.sentence(use, where, fault.reason()))
                .orElseGet(() -> SchemaWords.sentence(use, fault.reason()));
    }
}
