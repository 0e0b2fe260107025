package llmsim.openresponses;

import java.util.List;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.HeaderRule;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.dialect.ProviderFacts.Credential;
import llmsim.api.dialect.ProviderFacts.Place;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;
import llmsim.api.spi.ProviderAdapter;
import llmsim.openresponses.error.Explainer;
import llmsim.openresponses.facts.ResponsesFacts;

/** Open Responses. */
public final class OpenResponsesAdapter implements ProviderAdapter {
    private static final ProviderFacts FACTS = new ProviderFacts(
            "/v1",
            "req_",
            List.of(
                    new HeaderRule.RequestId("x-request-id"),
                    new HeaderRule.RetryAfter("retry-after", HeaderRule.Unit.SECONDS),
                    new HeaderRule.RetryAfter("retry-after-ms", HeaderRule.Unit.MILLISECONDS)),
            List.of(new Credential(Place.HEADER, "authorization", "Bearer")),
            false);

    private static final ResponsesFacts RESPONSES =
            new ResponsesFacts("/v1", true, true, false, false, Explainer::failure);

    /** For {@link java.util.ServiceLoader}. */
    public OpenResponsesAdapter() {}

    @Override
    public String name() {
        return "openresponses";
    }

    @Override
    public ProviderFacts facts() {
        return FACTS;
    }

    @Override
    public List<Endpoint> endpoints() {
        return ResponsesDialect.endpoints(RESPONSES);
    }

    @Override
    public Answer explain(Problem problem, Call call) {
        return ResponsesDialect.explained(Explainer.answer(problem), call);
    }
}
