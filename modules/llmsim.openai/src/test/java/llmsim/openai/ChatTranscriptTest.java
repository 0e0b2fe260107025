package llmsim.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import llmsim.api.content.Part;
import llmsim.api.problem.Category;
import llmsim.api.problem.Period;
import llmsim.api.problem.Problem;
import llmsim.api.problem.Quantity;
import llmsim.api.render.FrameKind;
import llmsim.api.render.Framing;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Finish;
import llmsim.api.reply.FinishReason;
import llmsim.api.reply.Reply;
import llmsim.api.reply.ReplyEvent;
import org.junit.jupiter.api.Test;

/** Compares whole answers and streams with golden transcripts. */
class ChatTranscriptTest {
    private static final Reply HELLO = Reply.of(Completion.text("Hello \"you\"\n😀"));
    private static final Reply CALLS = Reply.of(Completion.of(List.of(
            Part.Reasoning.hidden(5),
            new Part.Text("Let me see."),
            new Part.ToolCall("call_1", "weather", "{\"city\":\"Oslo\"}"),
            new Part.ToolCall("call_2", "note", "free text"))));
    private static final String TOOLS = "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather\"}},"
            + "{\"type\":\"custom\",\"custom\":{\"name\":\"note\"}}]";

    @Test
    void wholeText() {
        compare("whole-text", "", HELLO);
    }

    @Test
    void streamedText() {
        compare("stream-text", "\"stream\":true", HELLO);
    }

    @Test
    void streamedTextWithUsage() {
        compare("stream-usage", "\"stream\":true,\"stream_options\":{\"include_usage\":true}", HELLO);
    }

    @Test
    void wholeLogprobs() {
        compare("whole-logprobs", "\"logprobs\":true,\"top_logprobs\":1", Reply.of(Completion.text("Hi")));
    }

    @Test
    void streamedLogprobs() {
        compare(
                "stream-logprobs",
                "\"stream\":true,\"logprobs\":true,\"top_logprobs\":1",
                Reply.of(Completion.text("Hi")));
    }

    @Test
    void wholeCalls() {
        compare("whole-calls", TOOLS, CALLS);
    }

    @Test
    void streamedCalls() {
        compare("stream-calls", "\"stream\":true," + TOOLS, CALLS);
    }

    @Test
    void wholeLegacyCall() {
        compare("whole-legacy", "\"functions\":[{\"name\":\"weather\"}]", legacy());
    }

    @Test
    void streamedLegacyCall() {
        compare("stream-legacy", "\"stream\":true,\"functions\":[{\"name\":\"weather\"}]", legacy());
    }

    private static Reply legacy() {
        return Reply.of(Completion.of(List.of(
                new Part.ToolCall("a", "weather", "{}"), new Part.ToolCall("b", "weather", "{\"never\":\"seen\"}"))));
    }

    @Test
    void wholeParallelCalls() {
        compare("whole-parallel", TOOLS, parallel());
    }

    @Test
    void streamedParallelCallsOfWhichNoLogprobsAreTold() {
        compare("stream-parallel", "\"stream\":true,\"logprobs\":true," + TOOLS, parallel());
    }

    private static Reply parallel() {
        return Reply.of(Completion.of(List.of(
                new Part.ToolCall("call_1", "weather", "{\"city\":\"Oslo\"}"),
                new Part.ToolCall("call_2", "weather", "{\"city\":\"Rome\"}"))));
    }

    @Test
    void aWholeCallThatWasCut() {
        compare("whole-cut-call", TOOLS, cutCall());
    }

    @Test
    void aStreamedCallThatWasCut() {
        compare("stream-cut-call", "\"stream\":true," + TOOLS, cutCall());
    }

    private static Reply cutCall() {
        var call = new Part.ToolCall("call_1", "weather", "{\"ci");
        return Reply.of(new Completion(List.of(call), Finish.LENGTH));
    }

    @Test
    void aStreamOfJson() {
        var format =
                "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"x\",\"schema\":{\"type\":\"object\"}}}";
        compare("stream-json", "\"stream\":true," + format, Reply.of(Completion.text("{\"a\": 1}")));
    }

    @Test
    void wholeRefusal() {
        compare("whole-refusal", "\"logprobs\":true", refusal());
    }

    @Test
    void streamedRefusal() {
        compare("stream-refusal", "\"stream\":true,\"logprobs\":true", refusal());
    }

    private static Reply refusal() {
        return Reply.of(new Completion(List.of(new Part.Refusal("No.")), Finish.of(FinishReason.REFUSAL)));
    }

    @Test
    void wholeChoices() {
        compare("whole-choices", "\"n\":2", twoChoices());
    }

    @Test
    void streamedChoices() {
        compare("stream-choices", "\"n\":2,\"stream\":true", twoChoices());
    }

    private static Reply twoChoices() {
        return new Reply(List.of(
                new Completion(List.of(new Part.Text("One")), Finish.LENGTH), new Completion(List.of(), Finish.STOP)));
    }

    @Test
    void aStreamThatFailsEndsWithTheError() {
        var generation = Calls.chat(body("\"stream\":true"));
        var events =
                new ArrayList<>(Events.of(0, Completion.text("Hey you"), false).subList(0, 3));
        events.add(new ReplyEvent.Failed(Problem.Stated.of(Category.SERVER_ERROR, "Sorry about that!"), Played.USAGE));
        golden("stream-failed", Played.of(generation, generation.rendering(), events));
    }

    @Test
    void aWholeAnswerThatFailsHasNoFrame() {
        var generation = Calls.chat(body(""));
        var limited = new Problem.RateLimited("gpt-5", Quantity.TOKENS, Period.MINUTE, 1, 1, 1, Duration.ZERO);
        var events = List.<ReplyEvent>of(new ReplyEvent.Started(0), new ReplyEvent.Failed(limited, Played.USAGE));
        assertThat(Played.of(generation, generation.rendering(), events).frames())
                .isEmpty();
    }

    @Test
    void framesKnowTheirPlace() {
        var frames = Played.of(Calls.chat(body("\"stream\":true")), HELLO).frames();
        assertThat(frames.getFirst().kind()).isEqualTo(FrameKind.HEAD);
        assertThat(frames.subList(1, frames.size() - 2)).allSatisfy(frame -> {
            assertThat(frame.kind()).isEqualTo(FrameKind.DELTA);
            assertThat(frame.spliced()).isTrue();
        });
        assertThat(frames.subList(frames.size() - 2, frames.size()))
                .allSatisfy(frame -> assertThat(frame.kind()).isEqualTo(FrameKind.END));
    }

    @Test
    void framingFollowsTheRequest() {
        assertThat(Calls.chat(body("")).rendering().framing()).isEqualTo(Framing.WHOLE);
        assertThat(Calls.chat(body("\"stream\":true")).rendering().framing()).isEqualTo(Framing.SSE);
        assertThat(Calls.chat(body("\"stream\":true")).rendering().contentType())
                .startsWith("text/event-stream");
    }

    @Test
    void aModelCalledLikeTheMarkerIsHarmless() {
        var marker = llmsim.api.render.Template.MARKER;
        var body = "{\"model\":\"" + marker + marker
                + "\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"stream\":true}";
        var payloads = Played.of(Calls.chat(body), HELLO).payloads();
        assertThat(Calls.tree(payloads.get(1)).at("/choices/0/delta/content").stringValue())
                .isEqualTo("Hel");
        assertThat(Calls.tree(payloads.get(1)).get("model").stringValue()).isEqualTo(marker + marker);
    }

    @Test
    void serviceTiersAreToldAsTheProviderDoes() {
        assertThat(tierOf("")).isEqualTo("default");
        assertThat(tierOf("\"service_tier\":\"auto\"")).isEqualTo("default");
        assertThat(tierOf("\"service_tier\":\"flex\"")).isEqualTo("flex");
        assertThat(tierOf("\"service_tier\":\"fast\"")).isEqualTo("priority");
    }

    private static String tierOf(String more) {
        var answer = Played.of(Calls.chat(body(more)), HELLO).payloads().getFirst();
        return Calls.tree(answer).get("service_tier").stringValue();
    }

    @Test
    void finishReasonsAreTheProvidersOwn() {
        assertThat(finishOf(Finish.at("END"))).isEqualTo("stop");
        assertThat(finishOf(Finish.of(FinishReason.CONTENT_FILTER))).isEqualTo("content_filter");
        assertThat(finishOf(new Finish(FinishReason.OTHER, Optional.of("length"))))
                .isEqualTo("length");
        assertThat(finishOf(new Finish(FinishReason.OTHER, Optional.of("odd")))).isEqualTo("stop");
    }

    /** As the API does; see {@code FinishReasons}. */
    @Test
    void aCallThatTheRequestNamedEndsWithStop() {
        var functions = "\"functions\":[{\"name\":\"weather\"}],\"function_call\":";

        assertThat(finishOfCall(TOOLS)).isEqualTo("tool_calls");
        assertThat(finishOfCall(TOOLS + ",\"tool_choice\":\"required\"")).isEqualTo("tool_calls");
        assertThat(finishOfCall(TOOLS + ",\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"weather\"}}"))
                .isEqualTo("stop");
        assertThat(
                        finishOfCall(
                                TOOLS + ",\"tool_choice\":{\"type\":\"allowed_tools\",\"allowed_tools\":"
                                        + "{\"mode\":\"required\",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather\"}}]}}"))
                .isEqualTo("tool_calls");
        assertThat(finishOfCall(functions + "\"auto\"")).isEqualTo("function_call");
        assertThat(finishOfCall(functions + "{\"name\":\"weather\"}")).isEqualTo("stop");
    }

    private static String finishOfCall(String more) {
        var whole = Played.of(Calls.chat(body(more)), CALLS).payloads().getFirst();
        return Calls.tree(whole).at("/choices/0/finish_reason").stringValue();
    }

    private static String finishOf(Finish finish) {
        var reply = Reply.of(new Completion(List.of(new Part.Text("x")), finish));
        return Calls.tree(Played.of(Calls.chat(body("")), reply).payloads().getFirst())
                .at("/choices/0/finish_reason")
                .stringValue();
    }

    private static String body(String more) {
        return "{\"model\":\"gpt-5\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]"
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private static void compare(String name, String more, Reply reply) {
        golden(name, Played.of(Calls.chat(body(more)), reply));
    }

    private static void golden(String name, RecordingSink sink) {
        assertThat(String.join("\n", sink.payloads()) + "\n").isEqualTo(transcript(name));
    }

    private static String transcript(String name) {
        try (var stream = ChatTranscriptTest.class.getResourceAsStream("transcripts/" + name + ".txt")) {
            return stream == null ? "no transcript" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
