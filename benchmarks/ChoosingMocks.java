import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import llmsim.api.content.Bytes;
import llmsim.api.content.Message;
import llmsim.api.content.Role;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.Headers;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.SimRequest;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.match.BoundedPattern;
import llmsim.engine.match.Condition;
import llmsim.engine.match.JsonPath;
import llmsim.engine.match.Match;
import llmsim.engine.mock.Mock;
import llmsim.engine.mock.MockSource;
import llmsim.engine.mock.Mocks;
import llmsim.engine.mock.Response;
import llmsim.engine.random.Ids;
import llmsim.engine.random.Randomness;
import llmsim.engine.random.RunSeed;
import llmsim.engine.source.Source;
import llmsim.tokens.JtokkitTokenizer;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Measures what it costs to choose among 1,000 mocks, by the kind of their conditions.
 *
 * <p>After {@code ./mvnw -pl modules/llmsim.engine -am compile}: {@code java -cp CLASSES benchmarks/ChoosingMocks.java},
 * where CLASSES are the {@code target/classes} of llmsim.api, llmsim.tokens, llmsim.jtokkit and llmsim.engine, and
 * Jackson's jars.
 */
final class ChoosingMocks {
    private static final int MOCKS = 1_000;
    private static final long TRIAL_NANOS = 300_000_000L;
    private static final String QUESTION = "Could you tell me what the weather in Paris will be like tomorrow afternoon? ";

    private ChoosingMocks() {}

    public static void main(String[] args) {
        var kinds = Map.<String, IntFunction<Condition>>of(
                "content_contains", i -> new Condition.ContentContains("question number " + i),
                "regex", i -> new Condition.Regex(BoundedPattern.of("(\\w+) city" + i + "\\b")),
                "regex without a literal", i -> new Condition.Regex(BoundedPattern.of("^(yes|no|" + i + ")$")),
                "model", i -> new Condition.Model("model-" + i),
                "model with a star", i -> new Condition.Model("model-" + i + "-*"),
                "tool", i -> new Condition.Offered("tool_" + i),
                "header", i -> new Condition.Header("x-tenant", "tenant-" + i, true),
                "json_path", i -> new Condition.Json(JsonPath.of("$.metadata.tenant"),
                        new Condition.Expected.Value(JsonNodeFactory.instance.stringNode("tenant-" + i))),
                "tool_result", i -> new Condition.ToolResultContains("result " + i, Optional.empty()));
        kinds.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(kind -> {
            measure(kind.getKey(), source(kind.getValue()), 1);
            measure(kind.getKey(), source(kind.getValue()), 30);
        });
        IntFunction<Condition> mixed = i -> List.copyOf(kinds.values()).get(i % kinds.size()).apply(i);
        measure("all kinds mixed", source(mixed), 1);
        measure("all kinds mixed", source(mixed), 30);
        measure("one that always fits", new MockSource(Mocks.of(List.of(Mock.of(Match.ANY, Response.text("x")))), ProfileTable.standard()), 1);
    }

    private static MockSource source(IntFunction<Condition> condition) {
        return new MockSource(Mocks.of(IntStream.range(0, MOCKS)
                .mapToObj(i -> Mock.of(Match.of(condition.apply(i), new Condition.LastRole(Role.USER)), Response.text("x")))
                .toList()), ProfileTable.standard());
    }

    private static void measure(String kind, MockSource source, int repeated) {
        var asked = asked(QUESTION.repeat(repeated));
        var best = Double.MAX_VALUE;
        for (var trial = 0; trial < 5; trial++) {
            var begin = System.nanoTime();
            var rounds = 0;
            while (System.nanoTime() - begin < TRIAL_NANOS) {
                source.decide(asked);
                rounds++;
            }
            best = Math.min(best, (System.nanoTime() - begin) / 1e3 / rounds);
        }
        System.out.printf("%-24s %5d characters: %7.2f µs%n", kind, QUESTION.length() * repeated, best);
    }

    private static Source.Asked asked(String question) {
        var request = SimRequest.of(Prompt.of("gpt-5", List.of(Message.of(Role.USER, question))));
        var body = Bytes.ofUtf8("{\"model\":\"gpt-5\",\"metadata\":{\"tenant\":\"acme\"},\"messages\":[{\"role\":\"user\","
                + "\"content\":\"" + question + "\"}]}");
        var call = new Call("req_1", Call.Method.POST, "/v1/chat/completions", Map.of(), Map.of(),
                Headers.of(Map.of("x-tenant", "acme")), new Body.Raw("application/json", body), Caller.ANONYMOUS, 0, Instant.EPOCH);
        var facts = new ProviderFacts("/v1", "req_", List.of(), List.of(), false);
        var draws = new Randomness(RunSeed.of(OptionalLong.of(1))).admit(request, "");
        return new Source.Asked(request, call, facts, draws, new Ids(draws.happening("ids", 0)),
                new JtokkitTokenizer().encodingFor("gpt-5"));
    }
}
