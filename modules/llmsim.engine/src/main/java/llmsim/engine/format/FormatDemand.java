package llmsim.engine.format;

import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import llmsim.api.content.Part;
import llmsim.api.prompt.OutputFormat;
import llmsim.api.reply.Completion;
import llmsim.engine.schema.Hints;
import llmsim.engine.schema.SchemaMemo;
import llmsim.engine.source.Demand;
import llmsim.engine.source.Source.Asked;
import llmsim.engine.tool.Results;
import tools.jackson.databind.JsonNode;

/**
 * Says JSON where the request demands it. Text of the generator's that is such JSON already, an object or
 * array that fits the schema, is left as it is; a call of a
 * tool and a refusal go first. Thread-safe.
 *
 * @param schemas reads those of answers
 */
public record FormatDemand(SchemaMemo schemas) implements Demand {
    @Override
    public Completion meet(Asked asked, int choice, Completion said) {
        var prompt = asked.request().prompt();
        return switch (prompt.format()) {
            case OutputFormat.PlainText _, OutputFormat.Open _ -> said;
            case OutputFormat.JsonObject _ -> json(said, JsonNode::isObject, () -> object(asked, choice, said));
            case OutputFormat.JsonSchema format -> schema(asked, choice, said, format);
        };
    }

    private Completion schema(Asked asked, int choice, Completion said, OutputFormat.JsonSchema format) {
        if (format.schema().isEmpty()) {
            return json(said, JsonNode::isObject, () -> object(asked, choice, said));
        }
        var schema = schemas.read(format.schema());
        return json(said, schema::fits, () -> schema.value(asked.draws().saying("format", choice), hints(asked)));
    }

    private JsonNode object(Asked asked, int choice, Completion said) {
        var prompt = asked.request().prompt();
        return FreeObject.schema(prompt)
                .map(schema -> schemas.read(schema).value(asked.draws().saying("format", choice), hints(asked)))
                .orElseGet(() -> FreeObject.telling(prompt, text(said)));
    }

    private static Hints hints(Asked asked) {
        var prompt = asked.request().prompt();
        return Hints.of(prompt.lastUserText() + "\n" + Results.text(prompt));
    }

    private static Completion json(Completion said, Predicate<JsonNode> fits, Supplier<JsonNode> made) {
        var goesFirst =
                said.parts().stream().anyMatch(part -> part instanceof Part.ToolCall || part instanceof Part.Refusal);
        return goesFirst || JsonText.in(text(said)).filter(fits).isPresent()
                ? said
                : saying(made.get().toString(), said);
    }

    private static String text(Completion said) {
        return said.parts().stream()
                .map(part -> part instanceof Part.Text(var text) ? text : "")
                .collect(Collectors.joining());
    }

    /** The same with this as its only text. */
    private static Completion saying(String text, Completion said) {
        var others = said.parts().stream().filter(part -> !(part instanceof Part.Text));
        return new Completion(
                Stream.concat(others, Stream.of(new Part.Text(text))).toList(), said.finish());
    }
}
