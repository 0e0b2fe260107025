package llmsim.openai.chat.request;

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

import llmsim.api.json.Shape;
import llmsim.api.json.Shape.Member;
import llmsim.api.json.Shape.Variant;

/**
 * The shape of a chat request. Every optional field may be {@code null}, which is the same as leaving it out.
 *
 * <p>Source: bounds and enumerations of the published OpenAPI description (2026-08-21); the order of the fields is the
 * order in which the API was seen to report faults.
 */
final class ChatShape {
    private static final int LONGEST_MODEL = 512;
    private static final int MANY = Integer.MAX_VALUE;

    static final Shape METADATA = entries(text(0, 512), 16, 64).called("a metadata object");

    private static final Shape FORMAT = variants(
            "type",
            new Variant("json_object", fields()),
            new Variant(
                    "json_schema",
                    fields(required(
                            "json_schema",
                            fields(
                                    required("name", text(1, 64)),
                                    optional("description", text().orNull()),
                                    optional("schema", ToolShape.SCHEMA.orNull()),
                                    optional("strict", bool().orNull()))))),
            new Variant("text", fields()));

    private static final Shape STREAM_OPTIONS =
            fields(optional("include_usage", bool().orNull()), optional("include_obfuscation", bool().orNull()));

    private static final Shape AUDIO = fields(
            required("voice", either(text(), fields(required("id", text())))),
            required("format", choice("wav", "aac", "mp3", "flac", "opus", "pcm16")));

    private static final Shape PREDICTION =
            fields(required("type", choice("content")), required("content", MessageShape.CONTENT_OF_PREDICTION));

    static final Shape REQUEST = fields(
            required("model", text(1, LONGEST_MODEL)),
            required("messages", items(MessageShape.MESSAGE, 1, MANY)),
            may("functions", ToolShape.FUNCTIONS),
            may("tools", ToolShape.TOOLS),
            may("tool_choice", ToolShape.TOOL_CHOICE),
            may("function_call", ToolShape.FUNCTION_CALL),
            may("parallel_tool_calls", bool()),
            may("max_tokens", whole(1, Long.MAX_VALUE)),
            may("max_completion_tokens", whole(1, Long.MAX_VALUE)),
            may("n", whole(1, 128)),
            may("stop", either(text(), items(text(), 1, 4))),
            may("temperature", decimal(0, 2)),
            may("top_p", decimal(0, 1)),
            may("presence_penalty", decimal(-2, 2)),
            may("frequency_penalty", decimal(-2, 2)),
            may("logit_bias", entries(whole(-100, 100), 2048, 20)),
            may("logprobs", bool()),
            may("top_logprobs", whole(0, 20)),
            may("user", text()),
            may("seed", whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            may("safety_identifier", text(0, 64)),
            may("prompt_cache_options", fields()),
            may("prompt_cache_key", text()),
            may("prompt_cache_retention", choice("in_memory", "24h")),
            may("service_tier", choice("auto", "default", "fast", "flex", "priority")),
            may("stream", bool()),
            may("stream_options", STREAM_OPTIONS),
            may("store", bool()),
            may("metadata", METADATA),
            may("prediction", PREDICTION),
            may("verbosity", choice("low", "medium", "high")),
            may("response_format", FORMAT),
            may("reasoning_effort", choice("none", "minimal", "low", "medium", "high", "xhigh", "max")),
            may("modalities", items(choice("text", "audio"), 1, 2)),
            may("audio", AUDIO),
            may("web_search_options", fields(optional("user_location", any()))),
            may("moderation", fields(required("model", text()))));

    /** {@code POST /chat/completions/{id}}. */
    static final Shape UPDATE = fields(required("metadata", METADATA.orNull()));

    private ChatShape() {}

    private static Member may(String name, Shape shape) {
        return optional(name, shape.orNull());
    }

    private static Shape decimal(long minimum, long maximum) {
        return Shape.decimal(minimum, maximum).called("a decimal");
    }
}
