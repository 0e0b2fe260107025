package llmsim.it.openapi;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document of a server, and whether JSON is as it says. */
final class Document {
    static final String SCHEMAS = "#/components/schemas/";
    private static final String PLACE = "https://llmsim.test/openapi.json";
    private final JsonNode json;
    private final SchemaRegistry registry;

    Document(String text) {
        this.json = JsonMapper.shared().readTree(text);
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(PLACE, text)));
    }

    JsonNode json() {
        return json;
    }

    /** A route as the document has it. */
    record Operation(String method, String path, JsonNode said) {
        String id() {
            return said.path("operationId").asString();
        }

        boolean takesBody() {
            return said.has("requestBody");
        }
    }

    List<Operation> operations() {
        return json.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue())))
                .toList();
    }

    /** The operation that answers a call. */
    Operation operation(String method, String target) {
        var path = target.replaceFirst("\\?.*", "");
        return operations().stream()
                .filter(each -> each.method().equals(method))
                .filter(each -> path.matches(each.path().replaceAll("\\{\\w+}", "[^/]+")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the document has no " + method + " " + target));
    }

    /** What is said of an answer with a status. */
    JsonNode response(Operation operation, int status) {
        var said = operation.said().path("responses").path(String.valueOf(status));
        return said.has("$ref") ? json.at(said.path("$ref").asString().substring(1)) : said;
    }

    /** The name of the schema of a body or an answer. */
    static String schema(JsonNode said) {
        return said.at("/content/application~1json/schema/$ref").asString().substring(SCHEMAS.length());
    }

    Stream<String> schemas() {
        return json.at("/components/schemas").propertyStream().map(Map.Entry::getKey);
    }

    /** What is wrong with a value of a schema; formats are looked at too. */
    List<String> mistakes(String schema, String value) {
        return registry
                .getSchema(SchemaLocation.of(PLACE + SCHEMAS + schema))
                .validate(
                        value,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
