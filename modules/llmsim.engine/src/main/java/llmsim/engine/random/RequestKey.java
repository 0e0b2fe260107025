package llmsim.engine.random;

import java.util.List;
import java.util.TreeMap;
import llmsim.api.content.Media;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.prompt.OutputFormat;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.SimRequest;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;

/**
 * What the draws for a request hang on; see the determinism rules in {@code specs/architecture.md}.
 *
 * @param content C: a digest of all that a model would see
 * @param request a digest of the canonical request: C, and how the client wants it delivered
 */
public record RequestKey(long content, long request) {

    /** The keys of a request. */
    public static RequestKey of(SimRequest request) {
        var content = content(request.prompt());
        return new RequestKey(content, delivery(content, request));
    }

    /** The keys of a call that asks for no generation: a digest of its method, path and body. */
    public static RequestKey of(Call call) {
        var digest = new Digest().add(call.method()).add(call.path());
        body(digest, call.body());
        var value = digest.value();
        return new RequestKey(value, value);
    }

    private static void body(Digest digest, Body body) {
        switch (body) {
            case Body.Empty() -> digest.add("empty");
            case Body.Raw(var type, var bytes) ->
                digest.add(type).add(bytes.length()).addRaw(bytes.toByteArray());
            case Body.Multipart(var fields, var files) ->
                digest.add("form")
                        .add(
                                new TreeMap<>(fields).entrySet(),
                                (each, field) -> each.add(field.getKey()).add(field.getValue(), Digest::add))
                        .add(
                                files,
                                (each, file) -> each.add(file.field())
                                        .add(file.fileName(), Digest::add)
                                        .add(file.length()));
        }
    }

    private static long delivery(long content, SimRequest request) {
        return new Digest()
                .add(content)
                .add(request.limits().maxTokens())
                .add(request.limits().stop(), Digest::add)
                .add(request.choices())
                .add(request.topLogprobs())
                .add(request.stream())
                .add(request.attribution().user(), Digest::add)
                .add(request.attribution().metadata())
                .value();
    }

    private static long content(Prompt prompt) {
        var digest = new Digest()
                .add(prompt.model())
                .add(prompt.messages(), RequestKey::message)
                .add(prompt.tools(), RequestKey::tool)
                .add(prompt.parallelToolCalls());
        toolChoice(digest, prompt.toolChoice());
        format(digest, prompt.format());
        sampling(digest, prompt);
        return digest.value();
    }

    private static void sampling(Digest digest, Prompt prompt) {
        var sampling = prompt.sampling();
        digest.add(sampling.temperature())
                .add(sampling.topP())
                .add(sampling.topK())
                .add(sampling.presencePenalty())
                .add(sampling.frequencyPenalty())
                .add(sampling.seed());
        var reasoning = prompt.reasoning();
        digest.add(reasoning.effort(), Digest::add)
                .add(reasoning.budgetTokens())
                .add(reasoning.summary(), Digest::add)
                .add(reasoning.shown());
    }

    private static void message(Digest digest, Message message) {
        digest.add(message.role()).add(message.name(), Digest::add);
        parts(digest, message.parts());
    }

    private static void parts(Digest digest, List<Part> parts) {
        digest.add(parts, RequestKey::part);
    }

    private static void part(Digest digest, Part part) {
        switch (part) {
            case Part.Text(var text) -> digest.add("text").add(text);
            case Part.Refusal(var text) -> digest.add("refusal").add(text);
            case Part.Reasoning(var text, var summary, var hidden, var opaque) ->
                digest.add("reasoning").add(text).add(summary).add(hidden).add(opaque, Digest::add);
            case Part.ToolCall(var id, var name, var arguments) ->
                digest.add("call").add(id).add(name).add(arguments);
            case Part.ToolResult(var id, var content, var failed) -> {
                digest.add("result").add(id).add(failed);
                parts(digest, content);
            }
            case Part.Image(var media, var detail) -> media(digest.add("image").add(detail), media);
            case Part.Audio(var media, var transcript) ->
                media(digest.add("audio").add(transcript, Digest::add), media);
            case Part.File(var media, var name) -> media(digest.add("file").add(name, Digest::add), media);
            case Part.Unknown(var kind, var json) ->
                digest.add("unknown").add(kind).add(json.toString());
            case Part.Open open -> digest.add("open").add(open.kind()).add(open.toString());
        }
    }

    private static void media(Digest digest, Media media) {
        switch (media) {
            case Media.Inline(var type, var bytes) ->
                digest.add("inline").add(type).add(bytes.toBase64());
            case Media.Link(var uri) -> digest.add("link").add(uri);
            case Media.Uploaded(var id) -> digest.add("uploaded").add(id);
        }
    }

    private static void tool(Digest digest, Tool tool) {
        switch (tool) {
            case Tool.Function(var name, var description, var parameters, var strict) ->
                digest.add("function")
                        .add(name)
                        .add(description)
                        .add(parameters.toString())
                        .add(strict);
            case Tool.Custom(var name, var description, var grammar) ->
                digest.add("custom").add(name).add(description).add(grammar.toString());
            case Tool.Open open ->
                digest.add("open").add(open.kind()).add(open.name()).add(open.toString());
            case Tool.Hosted(var name, var declaration) ->
                digest.add("hosted").add(name).add(declaration.toString());
        }
    }

    private static void toolChoice(Digest digest, ToolChoice choice) {
        switch (choice) {
            case ToolChoice.Auto() -> digest.add("auto");
            case ToolChoice.None() -> digest.add("none");
            case ToolChoice.Required() -> digest.add("required");
            case ToolChoice.Named(var name) -> digest.add("named").add(name);
            case ToolChoice.Open open -> digest.add("open").add(open.kind()).add(open.toString());
            case ToolChoice.Allowed(var names, var required) ->
                digest.add("allowed").add(names, Digest::add).add(required);
        }
    }

    private static void format(Digest digest, OutputFormat format) {
        switch (format) {
            case OutputFormat.PlainText() -> digest.add("text");
            case OutputFormat.JsonObject() -> digest.add("object");
            case OutputFormat.Open open -> digest.add("open").add(open.kind()).add(open.toString());
            case OutputFormat.JsonSchema(var name, var schema, var strict) ->
                digest.add("schema").add(name).add(schema.toString()).add(strict);
        }
    }
}
