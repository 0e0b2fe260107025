package llmsim.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import llmsim.api.content.Media;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.prompt.Attribution;
import llmsim.api.prompt.OutputFormat;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.ReasoningDemand;
import llmsim.api.prompt.ReasoningDemand.Effort;
import llmsim.api.prompt.Sampling;
import llmsim.api.prompt.SimRequest;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What chat requests mean. */
class ChatRequestTest {
    private static final String CLOSED =
            "{\"type\":\"object\",\"properties\":{},\"required\":[],\"additionalProperties\":false}";
    private static final String TOOLS =
            "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"description\":\"d\"," + "\"parameters\":"
                    + CLOSED + ",\"strict\":true}},{\"type\":\"custom\",\"custom\":{\"name\":\"c\"}}]";

    @Test
    void theLeastOne() {
        assertThat(parse("")).isEqualTo(SimRequest.of("m", "hi"));
        assertThat(Calls.chat(body("")).keeps()).isEmpty();
        assertThat(Calls.chat(body("")).idPrefix()).isEqualTo("chatcmpl-");
    }

    @Test
    void nullIsTheSameAsAbsent() {
        var nulls = List.of(
                        "functions,tools,tool_choice,function_call,parallel_tool_calls,max_tokens,max_completion_tokens,n",
                        "stop,temperature,top_p,presence_penalty,frequency_penalty,logit_bias,logprobs,top_logprobs,user",
                        "seed,safety_identifier,prompt_cache_options,prompt_cache_key,prompt_cache_retention,service_tier",
                        "stream,stream_options,store,metadata,prediction,verbosity,response_format,reasoning_effort",
                        "modalities,audio,web_search_options,moderation")
                .stream()
                .flatMap(names -> List.of(names.split(",", -1)).stream())
                .map(name -> "\"" + name + "\":null")
                .toList();
        assertThat(parse(String.join(",", nulls))).isEqualTo(parse(""));
    }

    @Test
    void limitsSamplingAndDelivery() {
        var request =
                parse("\"max_completion_tokens\":7,\"stop\":[\"a\",\"b\"],\"n\":3,\"seed\":42,\"temperature\":0.5,"
                        + "\"top_p\":1,\"presence_penalty\":-2,\"frequency_penalty\":2,\"logprobs\":true,\"top_logprobs\":5,"
                        + "\"stream\":true,\"user\":\"u\",\"metadata\":{\"k\":\"v\"}");
        assertThat(request.limits()).isEqualTo(new OutputLimits(OptionalLong.of(7), List.of("a", "b")));
        assertThat(request.choices()).isEqualTo(3);
        assertThat(request.topLogprobs()).hasValue(5);
        assertThat(request.stream()).isTrue();
        assertThat(request.attribution()).isEqualTo(new Attribution(Optional.of("u"), Map.of("k", "v")));
        assertThat(request.prompt().sampling())
                .isEqualTo(new Sampling(
                        OptionalDouble.of(0.5),
                        OptionalDouble.of(1),
                        OptionalInt.empty(),
                        OptionalDouble.of(-2),
                        OptionalDouble.of(2),
                        OptionalLong.of(42)));
    }

    @Test
    void olderAndShorterWaysOfSayingIt() {
        assertThat(parse("\"max_tokens\":9").limits()).isEqualTo(OutputLimits.ofTokens(9));
        assertThat(parse("\"max_tokens\":99999999999").limits()).isEqualTo(OutputLimits.ofTokens(99_999_999_999L));
        assertThat(parse("\"stop\":\"END\"").limits().stop()).containsExactly("END");
        assertThat(parse("\"logprobs\":true").topLogprobs()).hasValue(0);
        assertThat(parse("\"logprobs\":false").topLogprobs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"none,NONE", "minimal,MINIMAL", "low,LOW", "medium,MEDIUM", "high,HIGH", "xhigh,XHIGH", "max,XHIGH"})
    void reasoningEfforts(String written, Effort meant) {
        assertThat(parse("\"reasoning_effort\":\"" + written + "\"").prompt().reasoning())
                .isEqualTo(ReasoningDemand.of(meant));
    }

    @Test
    void formats() {
        assertThat(format("{\"type\":\"text\"}")).isEqualTo(new OutputFormat.PlainText());
        assertThat(parse("\"response_format\":{\"type\":\"json_object\"}", "\"say JSON\"")
                        .prompt()
                        .format())
                .isEqualTo(new OutputFormat.JsonObject());
        assertThat(format("{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"s\",\"schema\":" + CLOSED
                        + ",\"strict\":true}}"))
                .isEqualTo(new OutputFormat.JsonSchema("s", Calls.tree(CLOSED), true));
        assertThat(format("{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"s\"}}"))
                .isEqualTo(new OutputFormat.JsonSchema("s", Calls.tree("{}"), false));
    }

    private static OutputFormat format(String json) {
        return parse("\"response_format\":" + json).prompt().format();
    }

    @Test
    void jsonMayBeAskedForInAPart() {
        var content = "[{\"type\":\"text\",\"text\":\"as Json\"}]";
        assertThat(parse("\"response_format\":{\"type\":\"json_object\"}", content)
                        .prompt()
                        .format())
                .isEqualTo(new OutputFormat.JsonObject());
    }

    @Test
    void tools() {
        var prompt = parse(TOOLS + ",\"parallel_tool_calls\":false").prompt();
        assertThat(prompt.tools().getFirst()).isEqualTo(new Tool.Function("f", "d", Calls.tree(CLOSED), true));
        assertThat(prompt.tools().getLast().name()).isEqualTo("c");
        assertThat(prompt.parallelToolCalls()).isFalse();
        assertThat(prompt.toolChoice()).isEqualTo(new ToolChoice.Auto());
    }

    @Test
    void toolChoices() {
        assertThat(choice("\"none\"")).isEqualTo(new ToolChoice.None());
        assertThat(choice("\"auto\"")).isEqualTo(new ToolChoice.Auto());
        assertThat(choice("\"required\"")).isEqualTo(new ToolChoice.Required());
        assertThat(choice("{\"type\":\"function\",\"function\":{\"name\":\"f\"}}"))
                .isEqualTo(new ToolChoice.Named("f"));
        assertThat(choice("{\"type\":\"custom\",\"custom\":{\"name\":\"c\"}}")).isEqualTo(new ToolChoice.Named("c"));
        assertThat(
                        choice(
                                "{\"type\":\"allowed_tools\",\"allowed_tools\":{\"mode\":\"required\",\"tools\":["
                                        + "{\"type\":\"function\",\"function\":{\"name\":\"f\"}},{\"type\":\"custom\",\"custom\":{\"name\":\"c\"}}]}}"))
                .isEqualTo(new ToolChoice.Allowed(List.of("f", "c"), true));
    }

    private static ToolChoice choice(String json) {
        return parse(TOOLS + ",\"tool_choice\":" + json).prompt().toolChoice();
    }

    @Test
    void functionsInTheOlderWay() {
        var functions = "\"functions\":[{\"name\":\"f\",\"parameters\":{}}]";
        var prompt = parse(functions + ",\"function_call\":{\"name\":\"f\"}").prompt();
        assertThat(prompt.tools()).containsExactly(new Tool.Function("f", "", Calls.tree("{}"), false));
        assertThat(prompt.toolChoice()).isEqualTo(new ToolChoice.Named("f"));
        assertThat(prompt.parallelToolCalls()).isFalse();
        assertThat(parse(functions + ",\"function_call\":\"none\"").prompt().toolChoice())
                .isEqualTo(new ToolChoice.None());
    }

    @Test
    void instructions() {
        assertThat(message("{\"role\":\"system\",\"content\":\"s\",\"name\":\"n\"}"))
                .isEqualTo(new Message(Role.SYSTEM, List.of(new Part.Text("s")), Optional.of("n")));
        assertThat(message("{\"role\":\"developer\",\"content\":[{\"type\":\"text\",\"text\":\"d\"}]}"))
                .isEqualTo(Message.of(Role.DEVELOPER, "d"));
    }

    @Test
    void mediaOfUsers() {
        var content = "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://x/y.png\",\"detail\":\"low\"}},"
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AA==\",\"detail\":\"high\"}},"
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"z\"}},"
                + "{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"AA==\",\"format\":\"wav\"}},"
                + "{\"type\":\"file\",\"file\":{\"filename\":\"a.pdf\",\"file_data\":\"data:application/pdf;base64,AA==\"}},"
                + "{\"type\":\"file\",\"file\":{\"file_id\":\"file-1\"}}]";
        assertThat(message("{\"role\":\"user\",\"content\":" + content + "}").parts())
                .containsExactly(
                        new Part.Image(new Media.Link("https://x/y.png"), Part.Detail.LOW),
                        new Part.Image(new Media.Link("data:image/png;base64,AA=="), Part.Detail.HIGH),
                        new Part.Image(new Media.Link("z"), Part.Detail.AUTO),
                        new Part.Audio(new Media.Link("data:audio/wav;base64,AA=="), Optional.empty()),
                        new Part.File(new Media.Link("data:application/pdf;base64,AA=="), Optional.of("a.pdf")),
                        new Part.File(new Media.Uploaded("file-1"), Optional.empty()));
    }

    @Test
    void whatTheModelSaidBefore() {
        var said =
                "{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"t\"},{\"type\":\"refusal\",\"refusal\":\"r\"},"
                        + "{\"type\":\"audio\"}],\"audio\":{\"id\":\"audio_1\"},\"refusal\":\"q\",\"function_call\":{\"name\":\"f\",\"arguments\":\"{}\"}}";
        assertThat(message(said).parts())
                .containsExactly(
                        new Part.Text("t"),
                        new Part.Refusal("r"),
                        new Part.Unknown("audio", Calls.tree("{}")),
                        new Part.Refusal("q"),
                        new Part.Audio(new Media.Uploaded("audio_1"), Optional.empty()),
                        new Part.ToolCall("function:f", "f", "{}"));
        assertThat(message("{\"role\":\"function\",\"name\":\"f\",\"content\":\"1\"}"))
                .isEqualTo(new Message(
                        Role.TOOL,
                        List.of(new Part.ToolResult("function:f", List.of(new Part.Text("1")), false)),
                        Optional.of("f")));
    }

    @Test
    void callsAndTheirResults() {
        var messages = "[{\"role\":\"assistant\",\"tool_calls\":["
                + "{\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"broken {\"}},"
                + "{\"id\":\"b\",\"type\":\"custom\",\"custom\":{\"name\":\"c\",\"input\":\"free\"}}]},"
                + "{\"role\":\"tool\",\"tool_call_id\":\"b\",\"content\":\"2\"},"
                + "{\"role\":\"tool\",\"tool_call_id\":\"a\",\"content\":[{\"type\":\"text\",\"text\":\"1\"}]}]";
        assertThat(prompt(messages).messages())
                .containsExactly(
                        Message.of(
                                Role.ASSISTANT,
                                List.of(new Part.ToolCall("a", "f", "broken {"), new Part.ToolCall("b", "c", "free"))),
                        Message.of(Role.TOOL, List.of(new Part.ToolResult("b", List.of(new Part.Text("2")), false))),
                        Message.of(Role.TOOL, List.of(new Part.ToolResult("a", List.of(new Part.Text("1")), false))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"audio\":{\"voice\":\"alloy\",\"format\":\"wav\"},\"modalities\":[\"text\",\"audio\"]",
                "\"audio\":{\"voice\":{\"id\":\"v\"},\"format\":\"mp3\"}",
                "\"prediction\":{\"type\":\"content\",\"content\":\"x\"}",
                "\"prediction\":{\"type\":\"content\",\"content\":[{\"type\":\"text\",\"text\":\"x\"}]}",
                "\"verbosity\":\"low\",\"logit_bias\":{\"50256\":-100},\"web_search_options\":{\"user_location\":{}}",
                "\"prompt_cache_key\":\"k\",\"prompt_cache_retention\":\"24h\",\"prompt_cache_options\":{\"ttl\":\"30m\"}",
                "\"safety_identifier\":\"s\",\"moderation\":{\"model\":\"omni\"},\"store\":false",
                "\"zzz_unknown\":[{\"deep\":null}]",
                "\"stream\":true,\"stream_options\":{\"include_obfuscation\":false,\"new\":1}"
            })
    void whatIsNotActedOnIsAccepted(String more) {
        assertThat(parse(more).prompt()).isEqualTo(parse("").prompt());
    }

    private static Message message(String json) {
        return prompt("[" + json + "]").messages().getFirst();
    }

    private static Prompt prompt(String messages) {
        return Calls.chat("{\"model\":\"m\",\"messages\":" + messages + "}")
                .request()
                .prompt();
    }

    private static SimRequest parse(String more) {
        return parse(more, "\"hi\"");
    }

    private static SimRequest parse(String more, String content) {
        return Calls.chat(body(more, content)).request();
    }

    private static String body(String more) {
        return body(more, "\"hi\"");
    }

    private static String body(String more, String content) {
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":" + content + "}]"
                + (more.isEmpty() ? "" : "," + more) + "}";
    }
}
