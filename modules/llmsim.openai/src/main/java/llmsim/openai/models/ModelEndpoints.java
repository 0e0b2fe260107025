package llmsim.openai.models;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Call;
import llmsim.api.json.WireMapper;
import llmsim.api.problem.Problem;
import llmsim.openai.models.wire.ListModelsResponse;
import llmsim.openai.models.wire.Model;

/** {@code GET /models} and {@code GET /models/{model}}, whose name may have slashes. */
public final class ModelEndpoints {
    private ModelEndpoints() {}

    /** Both, below a path; the list is of the models of one owner. */
    public static List<Endpoint> below(String basePath, String owner) {
        return List.of(
                new Endpoint(
                        Call.Method.GET,
                        basePath + "/models",
                        "models",
                        (_, _) -> Operation.Query.free(
                                services -> json(ListModelsResponse.of(services.models().ownedBy(owner).stream()
                                        .map(ModelEndpoints::wire)
                                        .toList())))),
                new Endpoint(
                        Call.Method.GET,
                        basePath + "/models/{model...}",
                        "models",
                        (call, _) -> find(call.pathParameter("model"))));
    }

    private static Operation find(String id) {
        return Operation.Query.free(services -> services.models()
                .find(id)
                .map(model -> json(wire(model)))
                .orElseThrow(() -> new Problem.UnknownModel(id).asException()));
    }

    private static Model wire(llmsim.api.model.Model model) {
        var created = model.released()
                .map(LocalDate::atStartOfDay)
                .map(day -> day.toEpochSecond(ZoneOffset.UTC))
                .orElse(0L);
        return Model.of(model.id(), created, model.ownedBy());
    }

    private static Answer json(Object document) {
        return Answer.json(WireMapper.snakeCase().bytes(document));
    }
}
