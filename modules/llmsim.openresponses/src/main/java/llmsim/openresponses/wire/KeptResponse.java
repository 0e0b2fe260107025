package llmsim.openresponses.wire;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A response with the items that went before it, and whether it was asked for as events. Never sent. */
public record KeptResponse(Response response, List<JsonNode> history, List<JsonNode> input, boolean streamed) {}
