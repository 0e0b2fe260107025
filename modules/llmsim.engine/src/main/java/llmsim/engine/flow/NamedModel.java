package llmsim.engine.flow;

import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.ModelPlace;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.json.JsonLimits;
import llmsim.api.json.JsonReader;
import llmsim.api.problem.ProblemException;

/** The model that a call names, whatever else is wrong with it. */
final class NamedModel {
    private static final JsonReader READER = JsonReader.within(JsonLimits.DEFAULT);

    private NamedModel() {}

    /** Its name; empty if there is none, or none that can be read. */
    static String of(Endpoint endpoint, Call call) {
        return switch (endpoint.modelPlace()) {
            case ModelPlace.Nowhere() -> "";
            case ModelPlace.PathParameter(var name) -> call.pathParameters().getOrDefault(name, "");
            case ModelPlace.Field(var name) -> field(call.body(), name);
        };
    }

    private static String field(Body body, String name) {
        try {
            var model = READER.read(body).path(name);
            return model.isString() ? model.stringValue() : "";
        } catch (ProblemException unreadable) {
            return "";
        }
    }
}
