package llmsim.openai.chat.render;

import java.util.List;
import java.util.Locale;
import llmsim.api.json.Field;
import llmsim.api.render.Opening;
import llmsim.openai.chat.wire.ChatCompletion;
import llmsim.openai.chat.wire.ChatCompletionChunk;
import llmsim.openai.chat.wire.CompletionUsage;

/** What all frames of one answer have in common. */
record ChatHeading(String id, long created, String model, String serviceTier, String systemFingerprint) {

    static ChatHeading of(Opening opening, ChatOptions options) {
        var model = opening.request().prompt().model();
        return new ChatHeading(
                opening.id(), opening.created().getEpochSecond(), model, options.serviceTier(), fingerprint(model));
    }

    /** One for each model: nothing else of a simulated backend could change. */
    private static String fingerprint(String model) {
        return "fp_"
                + String.format(
                        Locale.ROOT, "%010x", 0xff_ffff_ffffL & ((model.hashCode() * 0x9e3779b97f4a7c15L) >>> 16));
    }

    ChatCompletion completion(List<ChatCompletion.Choice> choices, CompletionUsage usage) {
        return new ChatCompletion(
                id, "chat.completion", created, model, choices, usage, serviceTier, systemFingerprint);
    }

    ChatCompletionChunk chunk(List<ChatCompletionChunk.Choice> choices, Field<CompletionUsage> usage) {
        return new ChatCompletionChunk(
                id, "chat.completion.chunk", created, model, serviceTier, systemFingerprint, choices, usage);
    }
}
