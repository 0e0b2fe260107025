package llmsim.engine.format;

import java.util.Optional;
import java.util.stream.Collectors;
import llmsim.api.content.Message;
import llmsim.api.content.Role;
import llmsim.api.prompt.Prompt;
import llmsim.engine.tool.Results;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An object where any object will do: like the example in the prompt, with the keys that it names, or a plain one. */
final class FreeObject {
    private static final int LONGEST = 20_000;
    private static final int LONGEST_TOPIC = 80;

    private FreeObject() {}

    /** What the prompt says about its members, if it says anything; the user's word goes before instructions. */
    static Optional<ObjectNode> schema(Prompt prompt) {
        var user = cut(prompt.lastUserText());
        var instructions = cut(instructions(prompt));
        return JsonText.exampleIn(user)
                .or(() -> JsonText.exampleIn(instructions))
                .map(ExampleSchema::of)
                .or(() -> NamedKeys.schema(user))
                .or(() -> NamedKeys.schema(instructions));
    }

    private static String instructions(Prompt prompt) {
        return prompt.messages().stream()
                .filter(message -> message.role() == Role.SYSTEM || message.role() == Role.DEVELOPER)
                .map(Message::text)
                .collect(Collectors.joining("\n"));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** What would be said without a format, and what it is about. */
    static JsonNode telling(Prompt prompt, String said) {
        var results = Results.sentences(prompt);
        var object = JsonNodeFactory.instance.objectNode();
        if (!prompt.lastUserText().isBlank()) {
            object.put("topic", Results.excerpt(prompt.lastUserText(), LONGEST_TOPIC));
        }
        return object.put("answer", results.isEmpty() ? said : results + "\n\n" + said);
    }
}
