package llmsim.engine.schema;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as calls do. Single quotes stand for double ones. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    static JsonNode quoted(String text) {
        return of(text.replace('\'', '"'));
    }

    static JsonNode of(String text) {
        return MAPPER.readTree(text);
    }
}
