package llmsim.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.prompt.OutputFormat;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.ToolChoice;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Finish;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.ResponseGenerator;
import llmsim.engine.configuration.ToolUse;
import llmsim.engine.generate.Fixed;
import llmsim.engine.tool.Offered;
import llmsim.engine.tool.Spoken;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers that have to be JSON. */
class FormatDemandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final OutputFormat ANY = new OutputFormat.JsonObject();
    private static final String PERSON = """
            {"type":"object","properties":{"name":{"type":"string"},"age":{"type":"integer"}},
             "required":["name","age"],"additionalProperties":false}""";

    private final Spoken spoken = Spoken.by(ToolUse.AUTO);

    @Test
    void aSchemaIsKept() {
        var said = tree(spoken.to(prompt("Who is it?", schema(PERSON))));

        assertThat(said.propertyNames()).containsExactly("name", "age");
        assertThat(said.get("age").isIntegralNumber()).isTrue();
    }

    @Test
    void withoutFormatNothingChanges() {
        assertThat(spoken.to(prompt("Who is it?", new OutputFormat.PlainText())))
                .isEqualTo(Completion.text("said"));
    }

    @Test
    void anObjectOfNoSchemaTellsWhatWouldBeSaid() {
        assertThat(tree(spoken.to(prompt("Who is it?\nJSON!", ANY))))
                .isEqualTo(JSON.readTree("{\"topic\":\"Who is it? JSON!\",\"answer\":\"said\"}"));
        assertThat(tree(spoken.to(Prompt.of("m", List.of()).withFormat(ANY))))
                .isEqualTo(JSON.readTree("{\"answer\":\"said\"}"));
    }

    @Test
    void anEmptySchemaIsNoSchema() {
        assertThat(tree(spoken.to(prompt("Hi", schema("{}")))).get("answer").stringValue())
                .isEqualTo("said");
    }

    @Test
    void anObjectLooksLikeTheExampleInThePrompt() {
        var said = tree(spoken.to(prompt("""
                Answer in {braces} as JSON like {"name": "string", "note": "say \\"}\\"", "age": 7, "ok": true, "size": "small|large",
                "ratio": 0.5, "tags": ["a"], "more": [], "deep": {"x": null}}.""", ANY)));

        assertThat(said.propertyNames())
                .containsExactly("name", "note", "age", "ok", "size", "ratio", "tags", "more", "deep");
        assertThat(said.get("name").isString()).isTrue();
        assertThat(said.get("age").isIntegralNumber()).isTrue();
        assertThat(said.get("ok").isBoolean()).isTrue();
        assertThat(said.get("size").stringValue()).isIn("small", "large");
        assertThat(said.get("ratio").isNumber()).isTrue();
        assertThat(said.get("tags").isArray()).isTrue();
        assertThat(said.get("deep").has("x")).isTrue();
    }

    @Test
    void anObjectHasTheKeysThatThePromptNames() {
        assertThat(tree(spoken.to(prompt("JSON with the keys name, age, is_open, price and tags", ANY)))
                        .propertyNames())
                .containsExactly("name", "age", "is_open", "price", "tags");
        assertThat(tree(spoken.to(prompt("JSON with \"city\" and 'zip_code' and `year`", ANY)))
                        .propertyNames())
                .containsExactly("city", "zip_code", "year");
    }

    @Test
    void instructionsMayNameThem() {
        var system = Message.of(Role.SYSTEM, "Answer as JSON: {\"sentiment\": \"positive|negative\"}");
        var prompt =
                Prompt.of("m", List.of(system, Message.of(Role.USER, "Nice!"))).withFormat(ANY);

        assertThat(tree(spoken.to(prompt)).get("sentiment").stringValue()).isIn("positive", "negative");
    }

    @Test
    void ownJsonIsLeftAsItIsOnlyWhereItFitsTheSchema() {
        var fitting = Spoken.by(ToolUse.AUTO, new Fixed("{\"age\": 7, \"name\": \"Ada\"}"));
        var other = Spoken.by(ToolUse.AUTO, new Fixed("{\"a\": 1}"));

        assertThat(fitting.to(prompt("Hi", schema(PERSON))))
                .isEqualTo(Completion.text("{\"age\": 7, \"name\": \"Ada\"}"));
        assertThat(tree(other.to(prompt("Hi", schema(PERSON)))).propertyNames()).containsExactly("name", "age");
    }

    @Test
    void jsonOfTheGeneratorsIsLeftAsItIs() {
        var own = Spoken.by(ToolUse.AUTO, new Fixed(" {\"a\": 1}\n"));
        var list = Spoken.by(ToolUse.AUTO, new Fixed("[1]"));
        var broken = Spoken.by(ToolUse.AUTO, new Fixed("{\"a\": 1"));

        assertThat(own.to(prompt("Hi", ANY))).isEqualTo(Completion.text(" {\"a\": 1}\n"));
        assertThat(tree(list.to(prompt("Hi", ANY))).get("answer").stringValue()).isEqualTo("[1]");
        assertThat(tree(broken.to(prompt("Hi", ANY))).get("answer").stringValue())
                .isEqualTo("{\"a\": 1");
    }

    @Test
    void aToolGoesFirstThenTheFormat() {
        var asked = Offered.auto("What's the weather like in Oslo?", Offered.WEATHER)
                .withFormat(schema(PERSON));
        var after = Offered.after(asked, Offered.call("c", Offered.WEATHER), Offered.result("c", "sunny"));

        assertThat(Spoken.called(spoken.to(asked))).containsExactly("get_weather");
        assertThat(tree(spoken.to(after)).propertyNames()).containsExactly("name", "age");
        assertThat(tree(spoken.to(after.withFormat(ANY))).get("answer").stringValue())
                .isEqualTo("get_weather returned: sunny\n\nsaid");
        assertThat(Spoken.called(spoken.to(after.withTools(after.tools(), new ToolChoice.Required(), true))))
                .containsExactly("get_weather");
    }

    @Test
    void whatIsNoTextStays() {
        var thought = new Part.Reasoning("hm", "", 0, Optional.empty());
        var thinking = Spoken.by(ToolUse.AUTO, new Saying(Completion.of(List.of(thought, new Part.Text("x")))));
        var refusing = Spoken.by(ToolUse.AUTO, new Saying(Completion.of(List.of(new Part.Refusal("no")))));

        assertThat(thinking.to(prompt("Hi", ANY)).parts()).hasSize(2).contains(thought);
        assertThat(refusing.to(prompt("Hi", ANY)).parts()).containsExactly(new Part.Refusal("no"));
    }

    @Test
    void aLengthLimitIsToldAndSoIsAStopSequence() {
        var prompt = prompt("Hi", schema(PERSON));
        var whole = text(spoken.to(prompt));
        var cut = spoken.to(prompt, request -> request.withLimits(OutputLimits.ofTokens(3)))
                .getFirst();
        var stop = new OutputLimits(OptionalLong.empty(), List.of("\"age\""));
        var stopped = spoken.to(prompt, request -> request.withLimits(stop)).getFirst();

        assertThat(cut.finish()).isEqualTo(Finish.LENGTH);
        assertThat(whole).startsWith(text(cut));
        assertThat(stopped.finish()).isEqualTo(Finish.at("\"age\""));
        assertThat(text(stopped)).isEqualTo(whole.substring(0, whole.indexOf("\"age\"")));
    }

    @Test
    void eachChoiceIsDrawnForItselfAndEquallyEveryTime() {
        var prompt = prompt("Hi", schema(PERSON));
        var said = spoken.to(prompt, request -> request.withChoices(8));

        assertThat(said.stream().map(FormatDemandTest::text).distinct().count()).isGreaterThan(1);
        assertThat(Spoken.by(ToolUse.AUTO).to(prompt, request -> request.withChoices(8)))
                .isEqualTo(said);
    }

    private static Prompt prompt(String text, OutputFormat format) {
        return Prompt.of("gpt-4o", List.of(Message.of(Role.USER, text))).withFormat(format);
    }

    private static OutputFormat schema(String schema) {
        return new OutputFormat.JsonSchema("person", JSON.readTree(schema), true);
    }

    private static JsonNode tree(Completion completion) {
        assertThat(completion.finish()).isEqualTo(Finish.STOP);
        return JSON.readTree(text(completion));
    }

    private static String text(Completion completion) {
        return ((Part.Text) completion.parts().getFirst()).text();
    }

    private record Saying(Completion completion) implements ResponseGenerator {
        @Override
        public String name() {
            return "saying";
        }

        @Override
        public Completion generate(Prompt prompt, GenerationContext context) {
            return completion;
        }
    }
}
