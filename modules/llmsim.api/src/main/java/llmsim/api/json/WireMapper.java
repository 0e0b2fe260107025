package llmsim.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import llmsim.api.content.Bytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes wire records: records named and ordered as a provider's schema.
 *
 * <p>The order of the components is the order of the fields; a {@code null} component is written as {@code null} unless
 * the record says otherwise, an absent {@link Field} is not written; unknown fields are passed over in silence. The
 * package of the records must be open to {@code tools.jackson.databind}. Thread-safe.
 */
public final class WireMapper {
    private static final WireMapper SNAKE_CASE = new WireMapper(PropertyNamingStrategies.SNAKE_CASE);
    private static final WireMapper CAMEL_CASE = new WireMapper(PropertyNamingStrategies.LOWER_CAMEL_CASE);

    private final JsonMapper mapper;

    private WireMapper(PropertyNamingStrategy naming) {
        mapper = JsonMapper.builder()
                .propertyNamingStrategy(naming)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                .withConfigOverride(
                        Field.class,
                        override -> override.setInclude(
                                JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
                .addModule(new FieldModule())
                .build();
    }

    /** Component {@code maxTokens} is field {@code max_tokens}. */
    public static WireMapper snakeCase() {
        return SNAKE_CASE;
    }

    /** Component {@code maxTokens} is field {@code maxTokens}. */
    public static WireMapper camelCase() {
        return CAMEL_CASE;
    }

    /**
     * The record that a tree stands for. The tree must have been checked against the {@link Shape} of the record: what
     * does not fit is a defect of the dialect here, not an error of its client.
     */
    public <T> T read(JsonNode tree, Class<T> type) {
        return mapper.treeToValue(tree, type);
    }

    /** A record as JSON without line feeds, in UTF-8. */
    public Bytes bytes(Object value) {
        return Bytes.owned(mapper.writeValueAsBytes(value));
    }

    /** A record as JSON without line feeds. */
    public String text(Object value) {
        return mapper.writeValueAsString(value);
    }
}
