package llmsim.server.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Parts of the document that stand in files beside this class. */
final class Part {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Part() {}

    /** What the file of this name has. */
    static ObjectNode named(String name) {
        try (var file = Optional.ofNullable(Part.class.getResourceAsStream(name + ".json"))
                .orElseThrow(() -> new IllegalStateException("there is no " + name + ".json"))) {
            return (ObjectNode) MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parsed(String json) {
        return MAPPER.readTree(json);
    }
}
