package llmsim.openai.chat.request;

import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.Violation;
import tools.jackson.databind.JsonNode;

/** A request without a model is refused before anything else is looked at, in words of its own. */
final class ModelRule {
    private ModelRule() {}

    static void check(JsonNode request) {
        if (!request.isObject()) {
            return;
        }
        var model = request.get("model");
        if (model == null
                || model.isNull()
                || (model.isString() && model.stringValue().isEmpty())) {
            throw new InvalidField(FieldPath.ROOT, new Violation.Broken("you must provide a model parameter", ""))
                    .asException();
        }
    }
}
