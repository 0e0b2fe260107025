package llmsim.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.problem.ProblemException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;

/** Whatever a body is, it becomes a generation or a problem that can be explained. */
class BodyFuzzTest {
    private static final List<String> NAMES = List.of(
            "model",
            "messages",
            "functions",
            "tools",
            "tool_choice",
            "function_call",
            "parallel_tool_calls",
            "max_tokens",
            "n",
            "stop",
            "temperature",
            "logit_bias",
            "logprobs",
            "top_logprobs",
            "user",
            "seed",
            "stream",
            "stream_options",
            "store",
            "metadata",
            "prediction",
            "response_format",
            "reasoning_effort",
            "modalities",
            "audio",
            "unknown");

    @Property(tries = 2_000)
    void anyTreeInAnyField(@ForAll("fields") Tuple3<String, String, String> field) {
        var body = field.get1().substring(0, field.get1().length() - 1) + ",\"" + field.get2() + "\":" + field.get3()
                + "}";
        requireAnswer(body.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    static Arbitrary<Tuple3<String, String, String>> fields() {
        return Combinators.combine(BodyArbitraries.valid(), Arbitraries.of(NAMES), BodyArbitraries.trees())
                .as(Tuple::of);
    }

    @Property(tries = 2_000)
    void validBodiesWithSpoiltBytes(@ForAll("spoilt") byte[] body) {
        requireAnswer(body);
    }

    @Provide
    static Arbitrary<byte[]> spoilt() {
        var edit = Combinators.combine(Arbitraries.integers().between(0, 10_000), Arbitraries.bytes())
                .as(Tuple::of);
        return Combinators.combine(
                        BodyArbitraries.valid(), edit.list().ofMinSize(1).ofMaxSize(3))
                .as((body, edits) -> {
                    var bytes = body.getBytes(StandardCharsets.UTF_8);
                    edits.forEach(each -> bytes[each.get1() % bytes.length] = each.get2());
                    return bytes;
                });
    }

    @Property(tries = 1_000)
    void treesAreNoRequests(@ForAll("trees") String tree) {
        requireAnswer(tree.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    static Arbitrary<String> trees() {
        return BodyArbitraries.trees();
    }

    private static void requireAnswer(byte[] body) {
        var call = Calls.call(
                Call.Method.POST,
                "/v1/chat/completions",
                Map.of(),
                new Body.Raw("application/json", Bytes.copyOf(body)));
        try {
            assertThat(Calls.parse(call, new StubServices()))
                    .isInstanceOfSatisfying(
                            Generation.class,
                            generation -> assertThat(Played.of(
                                                    generation,
                                                    llmsim.api.reply.Reply.of(llmsim.api.reply.Completion.text("x")))
                                            .frames())
                                    .isNotEmpty());
        } catch (ProblemException refused) {
            var answer = Calls.ADAPTER.explain(refused.problem(), call);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(Calls.tree(answer.body()).at("/error/message").stringValue())
                    .isNotEmpty();
        }
    }
}
