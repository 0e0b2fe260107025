package llmsim.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.ReasoningEffort;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.List;
import java.util.Optional;
import llmsim.engine.clock.VirtualClock;
import llmsim.server.LlmSim;
import llmsim.tokens.Tokens;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is asked for: what is streamed, what is sent whole, what usage says and what is counted is one number. */
@SuppressWarnings("deprecation") // of fields that the provider would like to be rid of, and clients still send
class UsagePropertyTest {
    private static final Running RUNNING = new Running();

    /** The server of all tries. */
    private static final class Running {
        private LlmSim llm;
        private OpenAIClient client;
    }

    @BeforeContainer
    static void start() {
        RUNNING.llm = LlmSim.builder()
                .host("127.0.0.1")
                .port(0)
                .clock(VirtualClock.automatic())
                .seed(3)
                .targetTokens(30)
                .start();
        RUNNING.client = Clients.openAi(RUNNING.llm.baseUri("openai").toString());
    }

    @AfterContainer
    static void close() {
        RUNNING.client.close();
        RUNNING.llm.close();
    }

    @Property(tries = 150)
    void streamedIsWholeIsCounted(@ForAll("requests") ChatCompletionCreateParams params) {
        var before = AtRest.statistics(RUNNING.llm);
        var whole = RUNNING.client.chat().completions().create(params);
        var between = AtRest.statistics(RUNNING.llm);
        var streamed = stream(params);
        var after = AtRest.statistics(RUNNING.llm);

        assertThat(Clients.texts(streamed)).isEqualTo(Clients.texts(whole));
        assertThat(streamed.usage()).isEqualTo(whole.usage());
        assertThat(streamed.choices().stream()
                        .map(ChatCompletion.Choice::finishReason)
                        .toList())
                .isEqualTo(whole.choices().stream()
                        .map(ChatCompletion.Choice::finishReason)
                        .toList());
        var usage = whole.usage().orElseThrow();
        assertThat(between.completionTokens() - before.completionTokens()).isEqualTo(usage.completionTokens());
        assertThat(between.promptTokens() - before.promptTokens()).isEqualTo(usage.promptTokens());
        assertThat(after.completionTokens() - between.completionTokens()).isEqualTo(usage.completionTokens());
        assertThat(after.promptTokens() - between.promptTokens()).isEqualTo(usage.promptTokens());
        assertVisibleTokens(params, whole);
    }

    /** Where nothing cuts inside a token, the texts have the tokens that usage counts beside reasoning. */
    private static void assertVisibleTokens(ChatCompletionCreateParams params, ChatCompletion whole) {
        var usage = whole.usage().orElseThrow();
        var details = usage.completionTokensDetails().orElseThrow();
        var visible = usage.completionTokens() - details.reasoningTokens().orElse(0L);
        if (params.stop().isEmpty() && params.maxCompletionTokens().isEmpty()) {
            var tokens = new Tokens();
            assertThat(Clients.texts(whole).stream()
                            .mapToLong(text -> tokens.count(whole.model(), text))
                            .sum())
                    .isEqualTo(visible);
        }
        params.maxCompletionTokens()
                .ifPresent(limit -> assertThat(usage.completionTokens())
                        .isLessThanOrEqualTo(limit * params.n().orElse(1L)));
    }

    private static ChatCompletion stream(ChatCompletionCreateParams params) {
        var accumulator = ChatCompletionAccumulator.create();
        try (var chunks = RUNNING.client.chat().completions().createStreaming(Clients.withUsage(params))) {
            chunks.stream().forEach(accumulator::accumulate);
        }
        return accumulator.chatCompletion();
    }

    @Provide
    Arbitrary<ChatCompletionCreateParams> requests() {
        return Combinators.combine(
                        Arbitraries.of("gpt-4o", "gpt-3.5-turbo", "o3", "some-model"),
                        Arbitraries.strings().ofMaxLength(60).filter(UsagePropertyTest::isWellFormed),
                        Arbitraries.longs().between(1, 4).optional(),
                        Arbitraries.longs().between(1, 60).optional(),
                        Arbitraries.of(" dolor", ".", "a", "e", ", ")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4)
                                .optional(0.4),
                        Arbitraries.longs().optional(0.3),
                        Arbitraries.integers().between(0, 20).optional(0.3),
                        Arbitraries.of("low", "medium", "high").optional(0.3))
                .as(UsagePropertyTest::params);
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static ChatCompletionCreateParams params(
            String model,
            String said,
            Optional<Long> n,
            Optional<Long> limit,
            Optional<List<String>> stop,
            Optional<Long> seed,
            Optional<Integer> logprobs,
            Optional<String> effort) {
        var params = ChatCompletionCreateParams.builder().model(model).addUserMessage(said);
        n.ifPresent(params::n);
        limit.ifPresent(params::maxCompletionTokens);
        stop.ifPresent(params::stopOfStrings);
        seed.ifPresent(params::seed);
        logprobs.ifPresent(top -> params.logprobs(true).topLogprobs(top));
        effort.ifPresent(word -> params.reasoningEffort(ReasoningEffort.of(word)));
        return params.build();
    }
}
