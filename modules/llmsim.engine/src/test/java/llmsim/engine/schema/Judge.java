package llmsim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;

/** Another implementation of JSON Schema, asked whether values validate. */
final class Judge {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Judge() {}

    /** Formats are looked at too. */
    static void requireValid(JsonNode schema, JsonNode value) {
        var errors = REGISTRY.getSchema(schema)
                .validate(
                        value.toString(),
                        com.networknt.schema.InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertThat(errors).as("%s of %s", value, schema).isEmpty();
    }
}
