import org.jspecify.annotations.NullMarked;

/**
 * Speaks OpenAI.
 *
 * <p>{@link llmsim.openai.chat} is for adapters of providers that are compatible with OpenAI's chat completions.
 *
 * @provides llmsim.api.spi.ProviderAdapter the adapter {@code openai}
 */
@NullMarked
module llmsim.openai {
    requires static transitive org.jspecify;
    requires transitive llmsim.api;
    requires llmsim.openresponses;

    exports llmsim.openai.chat;

    opens llmsim.openai.chat.wire to
            tools.jackson.databind;
    opens llmsim.openai.error.wire to
            tools.jackson.databind;
    opens llmsim.openai.models.wire to
            tools.jackson.databind;

    provides llmsim.api.spi.ProviderAdapter with
            llmsim.openai.OpenAiAdapter;
}
