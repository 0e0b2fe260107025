package llmsim.server.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import llmsim.api.content.Role;
import llmsim.engine.match.BoundedPattern;
import llmsim.engine.match.Condition;
import llmsim.engine.match.Match;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.Raw;
import llmsim.server.document.Scalars;

/** Reads what a request must be like. Whatever is wrong is told with its place, and left out of the match. */
public record MatchReading(Consumer<ConfigurationError> errors) {
    private static final List<String> KEYS = List.of(
            "content_contains",
            "system_contains",
            "model",
            "regex",
            "role",
            "tool",
            "tool_result",
            "header",
            "path",
            "json_path");
    private static final List<String> ROLES = Stream.of(Role.values())
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .toList();

    /**
     * The match that a mapping says.
     *
     * @param path how errors name it, such as {@code mocks[2].match}
     */
    public Match match(String path, Raw raw) {
        var fields = Fields.of(path, raw, errors);
        fields.allow(KEYS);
        var conditions = new ArrayList<Condition>();
        for (var key : KEYS) {
            fields.find(key).ifPresent(value -> conditions.addAll(conditions(key, fields.path(key), value)));
        }
        return new Match(conditions);
    }

    private List<? extends Condition> conditions(String key, String path, Raw raw) {
        return switch (key) {
            case "content_contains" -> texts(path, raw, Condition.ContentContains::new);
            case "system_contains" -> texts(path, raw, Condition.SystemContains::new);
            case "tool" -> texts(path, raw, Condition.Offered::new);
            case "regex" -> texts(path, raw, text -> new Condition.Regex(BoundedPattern.of(text)));
            case "model" -> one(text(path, raw).map(Condition.Model::new));
            case "path" -> one(text(path, raw).map(Condition.Path::new));
            case "role" -> one(role(path, raw));
            case "tool_result" -> one(toolResult(path, raw));
            case "header" -> new HeaderReading(errors).headers(path, raw);
            default ->
                items(raw).stream()
                        .flatMap(item -> new JsonPathReading(errors).condition(path, item).stream())
                        .toList();
        };
    }

    /** One text or a list of texts, all of which must hold. */
    private List<Condition> texts(String path, Raw raw, Function<String, Condition> condition) {
        return items(raw).stream()
                .flatMap(item -> text(path, item).flatMap(text -> made(path, item, text, condition)).stream())
                .toList();
    }

    private Optional<Condition> made(String path, Raw raw, String text, Function<String, Condition> condition) {
        try {
            return Optional.of(condition.apply(text));
        } catch (IllegalArgumentException wrong) {
            errors.accept(new ConfigurationError(raw.origin(), path + ": " + wrong.getMessage()));
            return Optional.empty();
        }
    }

    private static List<Raw> items(Raw raw) {
        return raw instanceof Raw.Sequence(var items, var _) ? items : List.of(raw);
    }

    private static List<Condition> one(Optional<? extends Condition> condition) {
        return condition.<List<Condition>>map(List::of).orElse(List.of());
    }

    private Optional<String> text(String path, Raw raw) {
        return new Scalars(path, raw, errors).filledText();
    }

    private Optional<Condition> role(String path, Raw raw) {
        return new Scalars(path, raw, errors)
                .choice(ROLES)
                .map(name -> new Condition.LastRole(Role.valueOf(name.toUpperCase(Locale.ROOT))));
    }

    private Optional<Condition> toolResult(String path, Raw raw) {
        if (!(raw instanceof Raw.Mapping)) {
            return text(path, raw).map(text -> new Condition.ToolResultContains(text, Optional.empty()));
        }
        var fields = Fields.of(path, raw, errors);
        fields.allow(List.of("contains", "tool"));
        var tool = fields.text("tool");
        return Optional.of(
                new Condition.ToolResultContains(fields.text("contains").orElse(""), tool));
    }
}
