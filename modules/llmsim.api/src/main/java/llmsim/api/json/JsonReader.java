package llmsim.api.json;

import llmsim.api.content.Bytes;
import llmsim.api.exchange.Body;
import llmsim.api.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the body of a call into a tree, within limits.
 *
 * <p>Strict JSON by RFC 8259 in UTF-8; a byte order mark at the beginning is passed over. Of equal names in one object
 * the last one counts. Anything else, such as {@code NaN}, a comment, bytes that are not UTF-8, half of a surrogate
 * pair, something behind the end, or a limit exceeded, is a {@link Problem.BrokenJson} with line and column.
 * Thread-safe.
 */
public final class JsonReader {
    private static final int LONGEST_DETAIL = 200;

    private final JsonMapper mapper;

    private JsonReader(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** A reader within these limits. */
    public static JsonReader within(JsonLimits limits) {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxTokenCount(limits.values())
                .maxNumberLength(limits.numberLength())
                .maxNameLength(limits.nameLength())
                .maxStringLength(limits.stringLength())
                .build();
        var factory = JsonFactory.builder().streamReadConstraints(constraints).build();
        return new JsonReader(JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build());
    }

    /**
     * The tree of a body that should be JSON. A body without a media type is taken for JSON.
     *
     * @throws llmsim.api.problem.ProblemException with {@link Problem.BrokenJson} or
     *     {@link Problem.UnsupportedMediaType}
     */
    public JsonNode read(Body body) {
        return switch (body) {
            case Body.Empty _ -> read(Bytes.empty());
            case Body.Multipart _ -> throw notJson("multipart/form-data");
            case Body.Raw(var mediaType, var bytes) when isJson(mediaType) -> read(bytes);
            case Body.Raw(var mediaType, var _) -> throw notJson(mediaType);
        };
    }

    /**
     * The tree of a JSON text.
     *
     * @throws llmsim.api.problem.ProblemException with {@link Problem.BrokenJson}
     */
    public JsonNode read(Bytes bytes) {
        var text = Utf8.decode(bytes);
        if (text.isBlank()) {
            throw new Problem.BrokenJson("the body is empty", 1, 1).asException();
        }
        try {
            var tree = mapper.readTree(text);
            Surrogates.requirePairs(text, tree);
            return tree;
        } catch (JacksonException broken) {
            throw explained(broken);
        }
    }

    private static RuntimeException explained(JacksonException broken) {
        var where = broken.getLocation();
        var detail = String.valueOf(broken.getOriginalMessage());
        var shown = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "…" : detail;
        return where == null
                ? new Problem.BrokenJson(shown, 0, 0).asException()
                : new Problem.BrokenJson(shown, Math.max(0, where.getLineNr()), Math.max(0, where.getColumnNr()))
                        .asException();
    }

    private static boolean isJson(String mediaType) {
        var type = mediaType.split(";", 2)[0].strip();
        return type.isEmpty()
                || type.equalsIgnoreCase("application/json")
                || type.regionMatches(true, type.length() - 5, "+json", 0, 5);
    }

    private static RuntimeException notJson(String mediaType) {
        return new Problem.UnsupportedMediaType(mediaType, "application/json").asException();
    }
}
