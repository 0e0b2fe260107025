package llmsim.openai.chat.request;

import static llmsim.api.json.Shape.any;
import static llmsim.api.json.Shape.choice;
import static llmsim.api.json.Shape.either;
import static llmsim.api.json.Shape.fields;
import static llmsim.api.json.Shape.items;
import static llmsim.api.json.Shape.optional;
import static llmsim.api.json.Shape.required;
import static llmsim.api.json.Shape.text;
import static llmsim.api.json.Shape.variants;

import java.util.regex.Pattern;
import llmsim.api.json.Shape;
import llmsim.api.json.Shape.Member;
import llmsim.api.json.Shape.Variant;

/**
 * The shapes of messages.
 *
 * <p>Source: the published OpenAPI description (2026-08-21); the orders of roles and part types are those of the error
 * texts that the API was seen to give.
 */
final class MessageShape {
    private static final int MANY = Integer.MAX_VALUE;

    private static final Shape IMAGE = fields(
            required("url", text()),
            optional("detail", choice("low", "high", "auto").orNull()));
    private static final Shape AUDIO = fields(required("data", text()), required("format", choice("wav", "mp3")));
    private static final Shape FILE = fields(
            optional("filename", text().orNull()),
            optional("file_data", text().orNull()),
            optional("file_id", text().orNull()));

    private static final Shape PART = variants(
            "type",
            new Variant("text", fields(required("text", text()))),
            new Variant("image_url", fields(required("image_url", IMAGE))),
            new Variant("input_audio", fields(required("input_audio", AUDIO))),
            new Variant("refusal", fields(required("refusal", text()))),
            new Variant("audio", fields(optional("audio", any()))),
            new Variant("file", fields(required("file", FILE))));

    private static final Shape CONTENT = either(text(), items(PART, 1, MANY));

    private static final Shape FUNCTION_CALL = fields(required("name", text()), required("arguments", text()));

    private static final Shape TOOL_CALL = variants(
            "type",
            new Variant("function", fields(required("id", text()), required("function", FUNCTION_CALL))),
            new Variant(
                    "custom",
                    fields(
                            required("id", text()),
                            required("custom", fields(required("name", text()), required("input", text()))))));

    private static final Member NAME =
            optional("name", text(0, MANY, Pattern.compile("^[^\\s<|\\\\/>]+$")).orNull());

    /** Whether content may be left out is decided last of all, by {@link ContentRule}. */
    private static final Member LATER = optional("content", CONTENT.orNull());

    static final Shape CONTENT_OF_PREDICTION =
            either(text(), items(fields(required("type", choice("text")), required("text", text())), 0, MANY));

    static final Shape MESSAGE = variants(
            "role",
            new Variant("system", fields(LATER, NAME)),
            new Variant(
                    "assistant",
                    fields(
                            LATER,
                            optional("refusal", text().orNull()),
                            NAME,
                            optional("audio", fields(required("id", text())).orNull()),
                            optional("tool_calls", items(TOOL_CALL, 1, MANY).orNull()),
                            optional("function_call", FUNCTION_CALL.orNull()))),
            new Variant("user", fields(LATER, NAME)),
            new Variant("function", fields(LATER, required("name", text()))),
            new Variant("tool", fields(LATER, required("tool_call_id", text()))),
            new Variant("developer", fields(required("content", CONTENT), NAME)));

    private MessageShape() {}
}
