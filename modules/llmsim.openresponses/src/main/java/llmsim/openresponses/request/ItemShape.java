package llmsim.openresponses.request;

import static llmsim.api.json.Shape.choice;
import static llmsim.api.json.Shape.either;
import static llmsim.api.json.Shape.fields;
import static llmsim.api.json.Shape.items;
import static llmsim.api.json.Shape.optional;
import static llmsim.api.json.Shape.required;
import static llmsim.api.json.Shape.text;
import static llmsim.api.json.Shape.variants;

import llmsim.api.json.Shape;
import llmsim.api.json.Shape.Variant;

/**
 * The shapes of input items. Kinds that are not listed are taken as they come: the API has new ones every few weeks.
 *
 * <p>Source: the published descriptions of OpenAI (2026-08-21) and of Open Responses (2026-04-24).
 */
final class ItemShape {
    private static final int MANY = Integer.MAX_VALUE;

    private static final Shape DETAIL =
            choice("low", "high", "auto", "original").orNull();

    private static final Shape PART = variants(
                    "type",
                    new Variant("input_text", fields(required("text", text()))),
                    new Variant("output_text", fields(required("text", text()))),
                    new Variant("refusal", fields(required("refusal", text()))),
                    new Variant(
                            "input_image",
                            fields(
                                    optional("image_url", text().orNull()),
                                    optional("file_id", text().orNull()),
                                    optional("detail", DETAIL))),
                    new Variant(
                            "input_file",
                            fields(
                                    optional("file_url", text().orNull()),
                                    optional("file_data", text().orNull()),
                                    optional("file_id", text().orNull()),
                                    optional("filename", text().orNull()))))
            .otherwise(fields(required("type", text())));

    private static final Shape CONTENT = either(text(), items(PART, 0, MANY));

    private static final Shape MESSAGE =
            fields(required("role", choice("assistant", "system", "developer", "user")), required("content", CONTENT));

    private static final Shape OUTPUT = fields(required("call_id", text(1, MANY)), required("output", CONTENT));

    static final Shape ITEM = variants(
                    "type",
                    new Variant("message", MESSAGE),
                    new Variant(
                            "function_call",
                            fields(
                                    required("call_id", text(1, MANY)),
                                    required("name", text(1, MANY)),
                                    required("arguments", text()))),
                    new Variant("function_call_output", OUTPUT),
                    new Variant(
                            "custom_tool_call",
                            fields(
                                    required("call_id", text(1, MANY)),
                                    required("name", text(1, MANY)),
                                    required("input", text()))),
                    new Variant("custom_tool_call_output", OUTPUT),
                    new Variant(
                            "reasoning",
                            fields(
                                    optional("summary", items(fields(required("text", text())), 0, MANY)),
                                    optional("encrypted_content", text().orNull()))),
                    new Variant("compaction", fields(required("encrypted_content", text()))),
                    new Variant("item_reference", fields(required("id", text(1, MANY)))))
            .otherwise(fields(required("type", text(1, MANY))));

    static final Shape INPUT = either(text(), items(ITEM, 0, MANY)).called("a string or an array of items");

    private ItemShape() {}
}
