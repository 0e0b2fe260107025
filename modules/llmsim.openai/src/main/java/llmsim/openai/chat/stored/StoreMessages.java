package llmsim.openai.chat.stored;

import llmsim.openai.chat.wire.ChatCompletionRequestMessage;
import llmsim.openai.chat.wire.ChatCompletionStoreMessage;
import llmsim.openai.chat.wire.MessageContent;

/** Messages of a request as they are listed later. */
final class StoreMessages {
    private StoreMessages() {}

    static ChatCompletionStoreMessage of(String id, ChatCompletionRequestMessage message) {
        return switch (message.content()) {
            case null -> new ChatCompletionStoreMessage(id, message.role(), null, message.name(), null);
            case MessageContent.Text(var text) ->
                new ChatCompletionStoreMessage(id, message.role(), text, message.name(), null);
            case MessageContent.Parts(var parts) ->
                new ChatCompletionStoreMessage(id, message.role(), null, message.name(), parts);
        };
    }
}
