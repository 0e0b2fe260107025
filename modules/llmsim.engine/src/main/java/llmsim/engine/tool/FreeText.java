package llmsim.engine.tool;

import java.util.Optional;
import java.util.random.RandomGenerator;
import llmsim.api.prompt.Tool;
import llmsim.engine.schema.Hints;
import llmsim.engine.schema.SchemaMemo;
import llmsim.engine.schema.UnusableSchemaException;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The text that a custom tool gets: one that matches its regular expression, where it has one that is understood, else
 * what the prompt says.
 */
record FreeText(RandomGenerator random, SchemaMemo schemas) {
    private static final int LONGEST = 200;

    String of(Tool.Custom tool, String text) {
        return tool.grammar()
                .filter(grammar -> grammar.syntax().equals("regex"))
                .flatMap(grammar -> matching(grammar.definition(), text))
                .orElseGet(() -> Excerpt.of(text, LONGEST));
    }

    private Optional<String> matching(String expression, String text) {
        var schema =
                JsonNodeFactory.instance.objectNode().put("type", "string").put("pattern", "^(?:" + expression + ")$");
        try {
            return Optional.of(
                    schemas.read(schema).value(random, Hints.of(text)).asString());
        } catch (UnusableSchemaException _) {
            return Optional.empty();
        }
    }
}
