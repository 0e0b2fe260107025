package llmsim.openresponses.wire;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a response adds to its conversation. Never sent. */
public record Turn(List<JsonNode> input, List<OutputItem> output) {}
