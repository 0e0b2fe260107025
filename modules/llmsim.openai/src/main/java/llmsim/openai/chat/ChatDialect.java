package llmsim.openai.chat;

import java.util.List;
import java.util.stream.Stream;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.HeaderRule;
import llmsim.api.dialect.HeaderRule.Aspect;
import llmsim.api.dialect.HeaderRule.Limit;
import llmsim.api.dialect.HeaderRule.RetryAfter;
import llmsim.api.dialect.HeaderRule.Unit;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;
import llmsim.api.problem.Quantity;
import llmsim.openai.chat.stored.StoredEndpoints;
import llmsim.openai.error.Explainer;
import llmsim.openai.error.FieldNames;
import llmsim.openai.models.ModelEndpoints;

/**
 * Chat completions, stored completions and the list of models, for an adapter to offer under its own name.
 *
 * <p>Such an adapter is a name, {@link llmsim.api.dialect.ProviderFacts} of its own, and an instance of this to ask for
 * the rest. Immutable and thread-safe.
 */
public final class ChatDialect {
    private final List<Endpoint> endpoints;

    private ChatDialect(List<Endpoint> endpoints) {
        this.endpoints = endpoints;
    }

    /** The dialect of a provider. */
    public static ChatDialect of(ChatFacts facts) {
        return new ChatDialect(Stream.of(
                        List.of(new ChatCompletions(facts).endpoint()),
                        StoredEndpoints.below(facts.basePath()),
                        ModelEndpoints.below(facts.basePath(), facts.modelOwner()))
                .flatMap(List::stream)
                .toList());
    }

    /** All paths. */
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    /** A problem in OpenAI's words and envelope. */
    public Answer explain(Problem problem, Call call) {
        return Explainer.answer(problem, call, FieldNames.CHAT);
    }

    /**
     * Fields that tell of rate limits: {@code x-ratelimit-limit-requests} and its kin, {@code retry-after} and
     * {@code retry-after-ms}. Source: the provider's guide to rate limits, and the headers that its SDKs read.
     */
    public static List<HeaderRule> limitHeaders() {
        return List.of(
                new Limit("x-ratelimit-limit-requests", Quantity.REQUESTS, Aspect.LIMIT, Unit.COUNT),
                new Limit("x-ratelimit-limit-tokens", Quantity.TOKENS, Aspect.LIMIT, Unit.COUNT),
                new Limit("x-ratelimit-remaining-requests", Quantity.REQUESTS, Aspect.REMAINING, Unit.COUNT),
                new Limit("x-ratelimit-remaining-tokens", Quantity.TOKENS, Aspect.REMAINING, Unit.COUNT),
                new Limit("x-ratelimit-reset-requests", Quantity.REQUESTS, Aspect.RESET, Unit.GO_DURATION),
                new Limit("x-ratelimit-reset-tokens", Quantity.TOKENS, Aspect.RESET, Unit.GO_DURATION),
                new RetryAfter("retry-after", Unit.SECONDS),
                new RetryAfter("retry-after-ms", Unit.MILLISECONDS));
    }
}
