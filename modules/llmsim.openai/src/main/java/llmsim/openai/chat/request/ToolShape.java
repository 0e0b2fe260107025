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

import java.util.regex.Pattern;
import llmsim.api.json.Shape;
import llmsim.api.json.Shape.Variant;

/**
 * The shapes of tools and of the choice among them.
 *
 * <p>Source: the published OpenAPI description (2026-08-21), and error texts that the API was seen to give.
 */
final class ToolShape {
    private static final int MOST_TOOLS = 128;
    private static final int LONGEST_NAME = 64;
    private static final Pattern NAME = Pattern.compile("^[a-zA-Z0-9_-]+$");

    /** A JSON Schema: any object. */
    static final Shape SCHEMA = entries(any(), Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final Shape FUNCTION = fields(
            required("name", text(1, LONGEST_NAME, NAME)),
            optional("description", text().orNull()),
            optional("parameters", SCHEMA.orNull()),
            optional("strict", bool().orNull()));

    private static final Shape CUSTOM = fields(
            required("name", text(1, LONGEST_NAME, NAME)),
            optional("description", text().orNull()),
            optional(
                    "format",
                    fields(required("type", choice("text", "grammar"))).orNull()));

    private static final Shape TOOL = variants(
            "type",
            new Variant("function", fields(required("function", FUNCTION))),
            new Variant("custom", fields(required("custom", CUSTOM))));

    private static final Shape NAMED = fields(required("name", text()));

    static final Shape TOOLS = items(TOOL, 1, MOST_TOOLS);

    static final Shape FUNCTIONS = items(FUNCTION, 1, MOST_TOOLS).called("an array of function definitions");

    static final Shape TOOL_CHOICE = either(
            choice("none", "auto", "required"),
            variants(
                            "type",
                            new Variant("function", fields(required("function", NAMED))),
                            new Variant("custom", fields(required("custom", NAMED))),
                            new Variant(
                                    "allowed_tools",
                                    fields(required(
                                            "allowed_tools",
                                            fields(
                                                    required("mode", choice("auto", "required")),
                                                    required("tools", items(SCHEMA, 1, MOST_TOOLS)))))))
                    .otherwise(fields(required("function", NAMED))));

    static final Shape FUNCTION_CALL = either(choice("none", "auto"), NAMED);

    private ToolShape() {}
}
