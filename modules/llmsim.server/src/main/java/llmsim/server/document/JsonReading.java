package llmsim.server.document;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads strict JSON token by token, so that every value keeps its place. */
final class JsonReading {
    private static final int LONGEST_DETAIL = 200;

    private final String file;
    private final Limits limits;
    private final Budget budget;
    private final Consumer<ConfigurationError> errors;

    JsonReading(String file, Limits limits, Consumer<ConfigurationError> errors) {
        this.file = file;
        this.limits = limits;
        this.budget = new Budget(limits);
        this.errors = errors;
    }

    /** The one value of a text; empty if there is none. */
    Optional<Raw> document(String text) {
        try (var parser = factory().createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            var root = value(parser, 0);
            if (parser.nextToken() != null) {
                throw new BrokenDocument(place(parser), "there must be only one value in the file");
            }
            return Optional.of(root);
        } catch (JacksonException e) {
            throw new BrokenDocument(place(e.getLocation()), "not valid JSON: " + detail(e));
        }
    }

    private JsonFactory factory() {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth() + 2)
                .maxNumberLength(limits.bytes())
                .maxNameLength(limits.bytes())
                .maxStringLength(limits.bytes())
                .build();
        return JsonFactory.builder().streamReadConstraints(constraints).build();
    }

    private Raw value(JsonParser parser, int depth) {
        var origin = place(parser);
        budget.take(depth, origin);
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, depth, origin);
            case START_ARRAY -> sequence(parser, depth, origin);
            case VALUE_NULL -> new Raw.Nothing(origin);
            case VALUE_STRING -> new Raw.Scalar(Texts.whole(parser.getString(), origin), true, origin);
            default -> new Raw.Scalar(parser.getString(), false, origin);
        };
    }

    private Raw sequence(JsonParser parser, int depth, Origin origin) {
        var items = new ArrayList<Raw>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, depth + 1));
        }
        return new Raw.Sequence(items, origin);
    }

    private Raw mapping(JsonParser parser, int depth, Origin origin) {
        var entries = new Entries(errors);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var at = place(parser);
            var name = Texts.whole(parser.currentName(), at);
            parser.nextToken();
            entries.add(name, at, value(parser, depth + 1));
        }
        return entries.mapping(origin);
    }

    private Origin place(JsonParser parser) {
        return place(parser.currentTokenLocation());
    }

    private Origin place(@Nullable TokenStreamLocation where) {
        return where == null || where.getLineNr() < 1
                ? new Origin.WholeFile(file)
                : new Origin.File(file, where.getLineNr(), Math.max(1, where.getColumnNr()));
    }

    private static String detail(JacksonException e) {
        var line = String.valueOf(e.getOriginalMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst(": enable `.*", "")
                .replaceFirst(" \\((?:start marker at \\[|not recognized as one since ).*", "");
        return line.length() > LONGEST_DETAIL ? line.substring(0, LONGEST_DETAIL) + "…" : line;
    }
}
