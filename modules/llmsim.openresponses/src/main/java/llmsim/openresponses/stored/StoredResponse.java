package llmsim.openresponses.stored;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A response as it is kept.
 *
 * @param response as it was answered
 * @param history items of the conversation before its input
 * @param input items of its input, each with an id
 * @param streamed whether it was asked for as events
 */
public record StoredResponse(JsonNode response, List<JsonNode> history, List<JsonNode> input, boolean streamed) {
    /** The conversation up to and with this response: what a next one goes on from. */
    public List<JsonNode> conversation() {
        return Stream.of(history, input, output()).flatMap(List::stream).toList();
    }

    boolean inBackground() {
        return response.path("background").asBoolean(false);
    }

    private List<JsonNode> output() {
        return response.path("output").valueStream().toList();
    }
}
