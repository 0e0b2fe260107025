package llmsim.openai.chat;

/**
 * What may differ between OpenAI and a provider that is compatible with it.
 *
 * @param basePath before the endpoints' paths, such as {@code /v1}; empty for none
 * @param idPrefix of completions, such as {@code chatcmpl-}
 * @param modelOwner whose models are listed, by {@link llmsim.api.model.Model#ownedBy()}
 */
public record ChatFacts(String basePath, String idPrefix, String modelOwner) {
    /** OpenAI's own. */
    public static final ChatFacts OPENAI = new ChatFacts("/v1", "chatcmpl-", "openai");
}
