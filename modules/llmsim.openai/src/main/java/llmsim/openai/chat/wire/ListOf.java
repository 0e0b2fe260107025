package llmsim.openai.chat.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page: the schema's {@code ChatCompletionList} and {@code ChatCompletionMessageList}. */
public record ListOf<T>(
        String object,
        List<T> data,
        @Nullable String firstId,
        @Nullable String lastId,
        boolean hasMore) {}
