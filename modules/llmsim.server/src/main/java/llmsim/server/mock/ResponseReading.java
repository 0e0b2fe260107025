package llmsim.server.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.engine.match.Match;
import llmsim.engine.mock.Response;
import llmsim.engine.mock.Template;
import llmsim.engine.script.ScriptedCall;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.Raw;
import llmsim.server.document.Scalars;
import llmsim.server.script.CallReading;
import llmsim.server.script.ErrorReading;

/**
 * Reads what a mock answers.
 *
 * @param match of the mock, whose regular expression gives a template its groups
 */
record ResponseReading(Match match, Generators generators, TextFiles files, Consumer<ConfigurationError> errors) {
    private static final List<String> TEXTS = List.of("content", "template", "file");
    private static final List<String> ONE = List.of("content", "template", "file", "tool_calls", "error", "generator");
    private static final List<String> ALL =
            List.of("content", "template", "file", "tool_calls", "error", "generator", "sequence", "on_exhausted");
    private static final List<String> ENDS = List.of("repeat_last", "loop");

    Optional<? extends Response> response(String path, Raw raw) {
        if (!(raw instanceof Raw.Mapping)) {
            return new Scalars(path, raw, errors).text().map(Response::text);
        }
        var fields = Fields.of(path, raw, errors);
        fields.allow(ALL);
        return fields.has("sequence") ? sequence(fields) : one(path, fields);
    }

    private Optional<Response> sequence(Fields fields) {
        for (var other : ONE) {
            fields.find(other)
                    .ifPresent(value -> complain(value, fields.path(other) + " cannot stand beside 'sequence'"));
        }
        var loop = fields.choice("on_exhausted", ENDS).filter("loop"::equals).isPresent();
        var items = fields.requireItems("sequence");
        var responses = new ArrayList<Response.One>();
        for (var i = 0; i < items.size(); i++) {
            step(fields.path("sequence") + "[" + i + "]", items.get(i)).ifPresent(responses::add);
        }
        return responses.isEmpty() ? Optional.empty() : Optional.of(new Response.Sequence(responses, loop));
    }

    private Optional<? extends Response.One> step(String path, Raw raw) {
        if (!(raw instanceof Raw.Mapping)) {
            return new Scalars(path, raw, errors).text().map(Response::text);
        }
        var fields = Fields.of(path, raw, errors);
        fields.allow(ONE);
        return one(path, fields);
    }

    private Optional<? extends Response.One> one(String path, Fields fields) {
        fields.find("on_exhausted")
                .ifPresent(value -> complain(value, fields.path("on_exhausted") + " belongs to 'sequence'"));
        var said = ONE.stream().filter(fields::has).toList();
        var texts = said.stream().filter(TEXTS::contains).count();
        var together = said.stream().allMatch(key -> TEXTS.contains(key) || key.equals("tool_calls"));
        if (said.isEmpty() || texts > 1 || (said.size() > 1 && !together)) {
            errors.accept(new ConfigurationError(
                    fields.origin(),
                    path + " must have one of content, template, file, generator,"
                            + " error, sequence; or tool_calls, alone or with a text"));
            return Optional.empty();
        }
        return switch (said.getFirst()) {
            case "error" -> error(fields);
            case "generator" -> generator(fields);
            default -> said(fields);
        };
    }

    private Optional<Response.One> error(Fields fields) {
        return fields.find("error")
                .flatMap(raw -> ErrorReading.alone(fields.path("error"), raw, errors))
                .map(Response.Refused::new);
    }

    private Optional<Response.One> generator(Fields fields) {
        var origin = fields.find("generator").map(Raw::origin).orElse(fields.origin());
        return fields.requireName("generator")
                .flatMap(written -> generators.find(written, origin, errors))
                .map(found -> new Response.Generated(found, generators.targetTokens()));
    }

    private Optional<Response.One> said(Fields fields) {
        var text = TEXTS.stream()
                .filter(fields::has)
                .findFirst()
                .flatMap(key -> text(key, fields))
                .orElse(Template.plain(""));
        var calls = fields.has("tool_calls")
                ? new CallReading(errors).calls("tool_calls", fields).orElse(List.of())
                : List.<ScriptedCall>of();
        return Optional.of(new Response.Said(text, calls));
    }

    private Optional<Template> text(String key, Fields fields) {
        var place = new Scalars(fields.path(key), fields.find(key).orElseThrow(), errors);
        var written = place.text();
        return switch (key) {
            case "content" -> written.map(Template::plain);
            case "file" -> written.flatMap(name -> files.read(name, place)).map(Template::plain);
            default -> written.flatMap(text -> template(text, place));
        };
    }

    private Optional<Template> template(String written, Scalars place) {
        try {
            return Optional.of(Template.of(written, match));
        } catch (IllegalArgumentException wrong) {
            return place.wrong("cannot be filled: " + wrong.getMessage());
        }
    }

    private void complain(Raw raw, String message) {
        errors.accept(new ConfigurationError(raw.origin(), message));
    }
}
