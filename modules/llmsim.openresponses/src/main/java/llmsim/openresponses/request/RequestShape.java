package llmsim.openresponses.request;

import static llmsim.api.json.Shape.any;
import static llmsim.api.json.Shape.bool;
import static llmsim.api.json.Shape.choice;
import static llmsim.api.json.Shape.either;
import static llmsim.api.json.Shape.entries;
import static llmsim.api.json.Shape.fields;
import static llmsim.api.json.Shape.items;
import static llmsim.api.json.Shape.optional;
import static llmsim.api.json.Shape.required;
import static llmsim.api.json.Shape.text;
import static llmsim.api.json.Shape.variants;
import static llmsim.api.json.Shape.whole;

import java.util.regex.Pattern;
import llmsim.api.json.Shape;
import llmsim.api.json.Shape.Member;
import llmsim.api.json.Shape.Variant;

/**
 * The shape of a request. Every optional field may be {@code null}, which is the same as leaving it out.
 *
 * <p>Source: the published descriptions of OpenAI (2026-08-21) and of Open Responses (2026-04-24).
 */
final class RequestShape {
    private static final int MANY = Integer.MAX_VALUE;
    private static final int LONGEST_MODEL = 512;
    private static final int LEAST_OUTPUT = 16;

    private static final Shape OBJECT = entries(any(), MANY, MANY);
    static final Shape METADATA = entries(text(0, 512), 16, 64).called("a metadata object");

    private static final Shape NAME = text(1, 128, Pattern.compile("^[a-zA-Z0-9_-]+$"));

    private static final Shape TOOL = variants(
                    "type",
                    new Variant(
                            "function",
                            fields(
                                    required("name", NAME),
                                    may("description", text()),
                                    may("parameters", OBJECT),
                                    may("strict", bool()))),
                    new Variant(
                            "custom",
                            fields(
                                    required("name", NAME),
                                    may("description", text()),
                                    may("format", fields(required("type", choice("text", "grammar")))))))
            .otherwise(fields(required("type", text(1, MANY))));

    private static final Shape TOOL_CHOICE = either(
            choice("none", "auto", "required"),
            variants(
                            "type",
                            new Variant("function", fields(required("name", text()))),
                            new Variant("custom", fields(required("name", text()))),
                            new Variant(
                                    "allowed_tools",
                                    fields(
                                            may("mode", choice("auto", "required", "none")),
                                            required("tools", items(OBJECT, 1, MANY)))))
                    .otherwise(fields(required("type", text()))));

    private static final Shape FORMAT = variants(
            "type",
            new Variant("text", fields()),
            new Variant("json_object", fields()),
            new Variant(
                    "json_schema",
                    fields(
                            required("name", text(1, 64)),
                            may("description", text()),
                            required("schema", OBJECT),
                            may("strict", bool()))));

    private static final Shape REASONING = fields(
            may("effort", choice("none", "minimal", "low", "medium", "high", "xhigh", "max")),
            may("summary", choice("auto", "concise", "detailed")));

    static final Shape REQUEST = fields(
            required("model", text(1, LONGEST_MODEL)),
            may("input", ItemShape.INPUT),
            may("instructions", text()),
            may("previous_response_id", text()),
            may("conversation", either(text(), fields(required("id", text())))),
            may("include", items(text(), 0, MANY)),
            may("tools", items(TOOL, 0, MANY)),
            may("tool_choice", TOOL_CHOICE),
            may("parallel_tool_calls", bool()),
            may("metadata", METADATA),
            may("text", fields(may("format", FORMAT), may("verbosity", choice("low", "medium", "high")))),
            may("reasoning", REASONING),
            may("temperature", Shape.decimal(0, 2)),
            may("top_p", Shape.decimal(0, 1)),
            may("presence_penalty", Shape.decimal(-2, 2)),
            may("frequency_penalty", Shape.decimal(-2, 2)),
            may("top_logprobs", whole(0, 20)),
            may("max_output_tokens", whole(LEAST_OUTPUT, Long.MAX_VALUE)),
            may("max_tool_calls", whole(1, MANY)),
            may("stream", bool()),
            may("stream_options", fields(may("include_obfuscation", bool()))),
            may("background", bool()),
            may("store", bool()),
            may("truncation", choice("auto", "disabled")),
            may("service_tier", choice("auto", "default", "fast", "flex", "priority")),
            may("user", text()),
            may("safety_identifier", text(0, 64)),
            may("prompt_cache_key", text()));

    private RequestShape() {}

    private static Member may(String name, Shape shape) {
        return optional(name, shape.orNull());
    }
}
