package llmsim.engine.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Finish;
import llmsim.engine.configuration.ToolUse;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever tools are offered, and however: calls are those that are permitted, and loops end. */
class ToolPropertyTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> WORDS = List.of(
            "weather", "Paris", "and", "London", "search", "for", "email", "hello", "what", "is", "the", "3", "+", "4",
            "order", "note", "who", "are", "you", "?");

    @Property(tries = 300)
    void callsAreThoseThatThePromptPermits(
            @ForAll("prompts") Prompt prompt,
            @ForAll ToolUse use,
            @ForAll @IntRange(min = 1, max = 3) int choices,
            @ForAll boolean stream) {
        var said = Spoken.by(use)
                .to(prompt, request -> request.withChoices(choices).withStream(stream));
        var again = Spoken.by(use)
                .to(prompt, request -> request.withChoices(choices).withStream(!stream));

        assertThat(said).hasSize(choices).allSatisfy(completion -> check(completion, prompt));
        assertThat(said.stream().flatMap(one -> Spoken.calls(one).stream()).map(Part.ToolCall::id))
                .doesNotHaveDuplicates();
        assertThat(withoutIds(again)).isEqualTo(withoutIds(said));
    }

    private static void check(Completion completion, Prompt prompt) {
        var calls = Spoken.calls(completion);
        var names = calls.stream().map(Part.ToolCall::name).toList();
        assertThat(completion.finish()).isEqualTo(calls.isEmpty() ? Finish.STOP : Finish.TOOL_CALLS);
        assertThat(calls.size()).isLessThanOrEqualTo(prompt.parallelToolCalls() ? 4 : 1);
        switch (prompt.toolChoice()) {
            case ToolChoice.None _, ToolChoice.Open _ -> assertThat(names).isEmpty();
            case ToolChoice.Auto _ -> assertThat(names).isSubsetOf(offered(prompt));
            case ToolChoice.Required _ -> assertThat(names).isNotEmpty().isSubsetOf(offered(prompt));
            case ToolChoice.Named(var name) -> assertThat(names).containsExactly(name);
            case ToolChoice.Allowed(var allowed, var required) -> {
                assertThat(names).isSubsetOf(allowed);
                assertThat(required && names.isEmpty()).isFalse();
            }
        }
        calls.forEach(call -> checkArguments(call, prompt));
    }

    private static void checkArguments(Part.ToolCall call, Prompt prompt) {
        prompt.tools().stream()
                .filter(tool -> tool.name().equals(call.name()) && tool instanceof Tool.Function)
                .forEach(tool -> assertThat(fits(((Tool.Function) tool).parameters(), JSON.readTree(call.arguments())))
                        .describedAs("%s %s", tool, call.arguments())
                        .isTrue());
    }

    /** As far as the schemas below go. */
    private static boolean fits(JsonNode schema, JsonNode value) {
        if (schema.has("enum")) {
            return schema.get("enum").valueStream().anyMatch(value::equals);
        }
        return switch (schema.path("type").asString("object")) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray() && value.valueStream().allMatch(one -> fits(schema.get("items"), one));
            default ->
                value.isObject()
                        && schema.path("required").valueStream().allMatch(name -> value.has(name.stringValue()))
                        && schema.path("properties").properties().stream()
                                .allMatch(member -> !value.has(member.getKey())
                                        || fits(member.getValue(), value.get(member.getKey())));
        };
    }

    private static List<String> offered(Prompt prompt) {
        return prompt.tools().stream().map(Tool::name).toList();
    }

    private static List<List<Part>> withoutIds(List<Completion> said) {
        return said.stream()
                .map(one -> one.parts().stream()
                        .map(part -> part instanceof Part.ToolCall call
                                ? new Part.ToolCall("", call.name(), call.arguments())
                                : part)
                        .toList())
                .toList();
    }

    @Property(tries = 300)
    void anAgentsLoopEndsInItsSecondTurn(
            @ForAll("offers") List<Tool> tools, @ForAll("texts") String text, @ForAll ToolUse use) {
        var spoken = Spoken.by(use);
        var prompt = Offered.auto(text, tools.toArray(Tool[]::new));
        var first = spoken.to(prompt);
        if (Spoken.calls(first).isEmpty()) {
            return;
        }
        var last = spoken.to(Offered.after(prompt, turn(first)));

        assertThat(Spoken.calls(last)).isEmpty();
        assertThat(last.finish()).isEqualTo(Finish.STOP);
        var told = ((Part.Text) last.parts().getFirst()).text();
        assertThat(Spoken.calls(first)).allSatisfy(call -> assertThat(told).contains("result of " + call.id()));
    }

    /** What an agent appends: the calls, and a result for each. */
    private static Message[] turn(Completion calling) {
        var messages = new ArrayList<>(List.of(Message.of(Role.ASSISTANT, calling.parts())));
        Spoken.calls(calling).forEach(call -> messages.add(Offered.result(call.id(), "result of " + call.id())));
        return messages.toArray(Message[]::new);
    }

    @Provide
    Arbitrary<Prompt> prompts() {
        return Combinators.combine(offers(), texts(), Arbitraries.integers().between(0, 5), Arbitraries.of(true, false))
                .as((tools, text, kind, parallel) ->
                        Offered.prompt(text, choice(kind, tools), parallel, tools.toArray(Tool[]::new)));
    }

    private static ToolChoice choice(int kind, List<Tool> tools) {
        var last = tools.getLast().name();
        return switch (kind) {
            case 0 -> new ToolChoice.None();
            case 1 -> new ToolChoice.Auto();
            case 2 -> new ToolChoice.Required();
            case 3 -> new ToolChoice.Named(last);
            case 4 -> new ToolChoice.Allowed(List.of(last), false);
            default -> new ToolChoice.Allowed(List.of(last, tools.getFirst().name()), true);
        };
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(WORDS).list().ofMaxSize(12).map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<List<Tool>> offers() {
        return tool().list().ofMinSize(1).ofMaxSize(5).map(ToolPropertyTest::apart);
    }

    /** One tool of a name. */
    private static List<Tool> apart(List<Tool> tools) {
        var names = new HashSet<String>();
        return tools.stream().filter(tool -> names.add(tool.name())).toList();
    }

    private static Arbitrary<Tool> tool() {
        var functions = Combinators.combine(words(2), words(6), object(2))
                .<Tool>as((name, description, parameters) -> new Tool.Function(
                        name.replaceAll("[^a-z]+", "_"), description, JSON.readTree(parameters), false));
        return Arbitraries.oneOf(functions, functions, Arbitraries.of(Offered.ALL));
    }

    private static Arbitrary<String> words(int most) {
        return Arbitraries.of(WORDS)
                .list()
                .ofMinSize(1)
                .ofMaxSize(most)
                .map(words -> String.join(" ", words).toLowerCase(Locale.ROOT));
    }

    private static Arbitrary<String> object(int depth) {
        return Combinators.combine(schema(depth), schema(depth), Arbitraries.of("\"a\"", "\"b\"", "\"a\",\"b\"", ""))
                .as((a, b, required) -> "{\"type\":\"object\",\"properties\":{\"a\":" + a + ",\"b\":" + b
                        + "},\"required\":[" + required + "]}");
    }

    private static Arbitrary<String> schema(int depth) {
        var leaves =
                Arbitraries.of("string", "integer", "number", "boolean").map(type -> "{\"type\":\"" + type + "\"}");
        var choice = Arbitraries.of("{\"enum\":[\"x\",\"y\"]}", "{\"type\":\"integer\",\"enum\":[1,2]}");
        return depth == 0
                ? leaves
                : Arbitraries.oneOf(
                        leaves,
                        choice,
                        object(depth - 1),
                        schema(depth - 1).map(items -> "{\"type\":\"array\",\"items\":" + items + "}"));
    }
}
