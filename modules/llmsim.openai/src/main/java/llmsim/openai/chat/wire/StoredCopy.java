package llmsim.openai.chat.wire;

import java.util.List;

/** What is in the store: the completion and the messages that led to it. */
public record StoredCopy(StoredChatCompletion completion, List<ChatCompletionStoreMessage> messages) {}
