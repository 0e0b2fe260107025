package llmsim.openresponses.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A page of items. */
public record ItemList(
        String object,
        List<JsonNode> data,
        @Nullable String firstId,
        @Nullable String lastId,
        boolean hasMore) {}
