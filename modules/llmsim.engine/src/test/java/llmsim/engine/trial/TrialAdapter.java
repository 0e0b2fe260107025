package llmsim.engine.trial;

import java.util.List;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.HeaderRule;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;
import llmsim.api.spi.ProviderAdapter;

/** A provider made of the endpoints that a test needs. */
public record TrialAdapter(String name, ProviderFacts facts, List<Endpoint> endpoints) implements ProviderAdapter {
    /** A provider called {@code trial} without headers or credentials. */
    public static TrialAdapter of(Endpoint... endpoints) {
        return new TrialAdapter("trial", facts(List.of()), List.of(endpoints));
    }

    public static ProviderFacts facts(List<HeaderRule> headers) {
        return new ProviderFacts(
                "/v1",
                "req_",
                headers,
                List.of(
                        new ProviderFacts.Credential(ProviderFacts.Place.HEADER, "X-Trial-Key", ""),
                        new ProviderFacts.Credential(ProviderFacts.Place.HEADER, "Authorization", "Bearer"),
                        new ProviderFacts.Credential(ProviderFacts.Place.QUERY, "key", "")),
                false);
    }

    /** An endpoint for POST whose calls all ask for the same. */
    public static Endpoint post(String path, Operation operation) {
        return new Endpoint(Call.Method.POST, path, "completions", (_, _) -> operation);
    }

    @Override
    public Answer explain(Problem problem, Call call) {
        return Answer.json(
                problem.category().usualStatus(), Bytes.ofUtf8(problem.category() + "|" + problem.message()));
    }
}
