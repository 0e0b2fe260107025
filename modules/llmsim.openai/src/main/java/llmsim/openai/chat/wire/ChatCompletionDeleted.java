package llmsim.openai.chat.wire;

/** The answer to a deletion. */
public record ChatCompletionDeleted(String object, String id, boolean deleted) {
    /** It is gone. */
    public static ChatCompletionDeleted of(String id) {
        return new ChatCompletionDeleted("chat.completion.deleted", id, true);
    }
}
