package llmsim.it.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document by itself: well formed, whole, and without anything that nobody names. */
class DocumentTest {
    private static final Path FILES = Path.of("../llmsim.server/src/main/resources/llmsim/server/openapi");
    private static Document document;

    @BeforeAll
    static void read() {
        try (var llm = LlmSim.builder().port(0).start();
                var client = HttpClient.newHttpClient()) {
            document = new Document(
                    Ask.of("GET", "/llmsim/openapi.json", 200).send(llm, client).body());
        }
    }

    @Test
    void everySchemaIsASchema() {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        var schemas = document.json().at("/components/schemas");

        assertThat(schemas.size()).isGreaterThan(40);
        for (var schema : schemas.properties()) {
            assertThat(meta.validate(schema.getValue().toString(), InputFormat.JSON))
                    .as(schema.getKey())
                    .isEmpty();
            assertThat(schema.getValue().path("description").asString())
                    .as(schema.getKey())
                    .isNotEmpty();
        }
    }

    @Test
    void everythingThatIsNamedIsThere() {
        assertThat(document.json().findValuesAsString("$ref"))
                .hasSizeGreaterThan(100)
                .allSatisfy(reference -> assertThat(
                                document.json().at(reference.substring(1)).isObject())
                        .isTrue());
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        var operations = document.operations();

        assertThat(operations).hasSizeGreaterThan(15).allSatisfy(each -> {
            assertThat(each.id()).matches("[a-z][A-Za-z]+");
            assertThat(each.said().path("summary").asString()).isNotEmpty();
            assertThat(each.said().path("parameters"))
                    .allSatisfy(parameter ->
                            assertThat(parameter.path("description").asString()).isNotEmpty());
        });
        assertThat(operations).extracting(Document.Operation::id).doesNotHaveDuplicates();
    }

    @Test
    void noFileIsLeftOver() throws IOException {
        var made = Set.of("Configuration", "ConfigurationChange");
        try (var files = Files.list(FILES)) {
            var names = files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(name -> !name.equals("document"));
            assertThat(document.schemas().filter(name -> !made.contains(name)))
                    .containsExactlyInAnyOrderElementsOf(names.toList());
        }
    }

    /** What a client would read as anything at all: every object says what it has, but where it is others who know. */
    @Test
    void objectsAreClosed() {
        var open = document.schemas()
                .flatMap(name -> open(name, document.json().at("/components/schemas/" + name)))
                .filter(place -> !place.startsWith("OpenApiDocument") && !place.startsWith("RequestLine"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(open)
                .allMatch(place -> place.matches("Configuration/(plugins/.*|latency/profiles|capacity/models)/\\*"
                        + "|Configuration/(mocks|faults|incidents|scripts/inline)/\\[]"));
    }

    /** Where a schema, or one within it, lets an object have anything. */
    private static Stream<String> open(String place, JsonNode schema) {
        if (!schema.isObject()) {
            return Stream.of();
        }
        var inner = new ArrayList<String>();
        schema.path("properties")
                .propertyStream()
                .forEach(each ->
                        open(place + "/" + each.getKey(), each.getValue()).forEach(inner::add));
        Stream.of("oneOf", "anyOf")
                .flatMap(key -> schema.path(key).valueStream())
                .forEach(each -> open(place, each).forEach(inner::add));
        open(place + "/[]", schema.path("items")).forEach(inner::add);
        open(place + "/*", schema.path("additionalProperties")).forEach(inner::add);
        if (isOpen(schema)) {
            inner.add(place);
        }
        return inner.stream();
    }

    private static boolean isOpen(JsonNode schema) {
        return schema.path("type").toString().contains("\"object\"")
                && !schema.has("additionalProperties")
                && !schema.has("unevaluatedProperties");
    }
}
