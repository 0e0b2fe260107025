package llmsim.engine.flow;

import java.util.List;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;
import llmsim.api.spi.ProviderAdapter;
import tools.jackson.databind.json.JsonMapper;

/** Speaks for paths that belong to no provider: nothing but plain errors. */
public final class PlainAdapter implements ProviderAdapter {
    private final JsonMapper mapper = JsonMapper.shared();

    @Override
    public String name() {
        return "";
    }

    @Override
    public ProviderFacts facts() {
        return new ProviderFacts("", "req_", List.of(), List.of(), false);
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of();
    }

    @Override
    public Answer explain(Problem problem, Call call) {
        var body = mapper.createObjectNode();
        body.putObject("error")
                .put("type", problem.category().name().toLowerCase(java.util.Locale.ROOT))
                .put("message", problem.message());
        return Answer.json(problem.category().usualStatus(), Bytes.owned(mapper.writeValueAsBytes(body)));
    }
}
