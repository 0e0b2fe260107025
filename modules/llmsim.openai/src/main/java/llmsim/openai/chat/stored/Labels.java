package llmsim.openai.chat.stored;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import llmsim.api.exchange.Call;

/** What stored completions can be found by: the query parameters {@code model} and {@code metadata[…]}. */
final class Labels {
    private static final String MODEL = "model";
    private static final String METADATA = "metadata.";

    private Labels() {}

    /** Those of a completion. */
    static Map<String, String> of(String model, Map<String, String> metadata) {
        var labels = new HashMap<String, String>();
        labels.put(MODEL, model);
        metadata.forEach((name, value) -> labels.put(METADATA + name, value));
        return labels;
    }

    /** Those that a call asks for. */
    static Map<String, String> wanted(Call call) {
        var labels = new HashMap<String, String>();
        call.queryParameter("model").ifPresent(model -> labels.put(MODEL, model));
        for (var name : call.query().keySet()) {
            metadataName(name)
                    .ifPresent(key ->
                            labels.put(METADATA + key, call.queryParameter(name).orElse("")));
        }
        return labels;
    }

    private static Optional<String> metadataName(String parameter) {
        return parameter.startsWith("metadata[") && parameter.endsWith("]")
                ? Optional.of(parameter.substring("metadata[".length(), parameter.length() - 1))
                : Optional.empty();
    }
}
