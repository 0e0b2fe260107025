package llmsim.openai;

import java.util.List;
import java.util.stream.Stream;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.HeaderRule;
import llmsim.api.dialect.IdStyle;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.dialect.ProviderFacts.Credential;
import llmsim.api.dialect.ProviderFacts.Place;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;
import llmsim.api.spi.ProviderAdapter;
import llmsim.openai.chat.ChatDialect;
import llmsim.openai.chat.ChatFacts;
import llmsim.openai.error.Explainer;
import llmsim.openai.error.FieldNames;
import llmsim.openai.error.ResponseFailures;
import llmsim.openresponses.ResponsesDialect;
import llmsim.openresponses.facts.ResponsesFacts;

/** OpenAI's API. */
public final class OpenAiAdapter implements ProviderAdapter {
    private static final ProviderFacts FACTS = new ProviderFacts(
            "/v1",
            new IdStyle("req_", IdStyle.Alphabet.HEX, 32),
            new IdStyle("call_", IdStyle.Alphabet.LETTERS_AND_DIGITS, 24),
            Stream.concat(
                            Stream.of(
                                    new HeaderRule.RequestId("x-request-id"),
                                    new HeaderRule.Fixed("openai-version", "2020-10-01"),
                                    new HeaderRule.Fixed("openai-organization", "llmsim"),
                                    new HeaderRule.ProcessingMillis("openai-processing-ms")),
                            ChatDialect.limitHeaders().stream())
                    .toList(),
            List.of(new Credential(Place.HEADER, "authorization", "Bearer")),
            false);

    private static final ResponsesFacts RESPONSES =
            new ResponsesFacts("/v1", false, false, true, true, ResponseFailures::of);

    private final ChatDialect chat = ChatDialect.of(ChatFacts.OPENAI);

    /** For {@link java.util.ServiceLoader}. */
    public OpenAiAdapter() {}

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public ProviderFacts facts() {
        return FACTS;
    }

    @Override
    public List<Endpoint> endpoints() {
        return Stream.concat(
                        chat.endpoints().stream(),
                        ResponsesDialect.endpoints(RESPONSES).stream()
                                .map(endpoint -> endpoint.explainedBy(OpenAiAdapter::explainResponses)))
                .toList();
    }

    @Override
    public Answer explain(Problem problem, Call call) {
        return ResponsesDialect.explained(chat.explain(problem, call), call);
    }

    private static Answer explainResponses(Problem problem, Call call) {
        return ResponsesDialect.explained(Explainer.answer(problem, call, FieldNames.RESPONSES), call);
    }
}
