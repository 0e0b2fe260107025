package llmsim.engine.tool;

import java.util.random.RandomGenerator;
import llmsim.api.content.Part;
import llmsim.api.prompt.Tool;
import llmsim.engine.schema.Hints;
import llmsim.engine.schema.SchemaMemo;
import llmsim.engine.source.Source.Asked;
import tools.jackson.databind.JsonNode;

/** Writes calls of tools, with arguments that obey what the tool says about them. */
record CallWriter(Asked asked, RandomGenerator random, SchemaMemo schemas) {

    /** A call for what this text asks. */
    Part.ToolCall write(Tool tool, String text) {
        var id = asked.ids().next(asked.facts().toolCallIds());
        return new Part.ToolCall(id, tool.name(), arguments(tool, text));
    }

    private String arguments(Tool tool, String text) {
        return switch (tool) {
            case Tool.Function function -> object(function.parameters(), text);
            case Tool.Custom custom -> new FreeText(random, schemas).of(custom, text);
            case Tool.Hosted _, Tool.Open _ -> throw new IllegalArgumentException(tool.name() + " is not the client's");
        };
    }

    /** A function without parameters takes an empty object, although its schema would allow anything. */
    private String object(JsonNode schema, String text) {
        return schema.isEmpty()
                ? "{}"
                : schemas.read(schema).value(random, Hints.of(text)).toString();
    }
}
