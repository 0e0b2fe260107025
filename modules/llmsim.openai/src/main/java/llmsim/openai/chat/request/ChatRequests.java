package llmsim.openai.chat.request;

import llmsim.api.exchange.Body;
import llmsim.api.json.JsonLimits;
import llmsim.api.json.JsonReader;
import llmsim.api.json.Shape;
import llmsim.api.json.WireMapper;
import llmsim.api.prompt.SimRequest;
import llmsim.openai.chat.wire.ChatCompletionRequest;
import llmsim.openai.chat.wire.MetadataUpdate;
import tools.jackson.databind.JsonNode;

/** Reads the bodies of calls; what is wrong with one is a {@link llmsim.api.problem.ProblemException}. */
public final class ChatRequests {
    private static final JsonReader READER = JsonReader.within(JsonLimits.DEFAULT);

    private ChatRequests() {}

    /** A chat request that keeps all rules. */
    public static ChatCompletionRequest read(Body body) {
        var tree = READER.read(body);
        ModelRule.check(tree);
        var request = checked(tree, ChatShape.REQUEST, ChatCompletionRequest.class);
        RequestRule.checkAll(request);
        return request;
    }

    /** What it means. */
    public static SimRequest neutral(ChatCompletionRequest request) {
        return SimRequests.neutral(request);
    }

    /** A change of a stored completion. */
    public static MetadataUpdate readUpdate(Body body) {
        return checked(READER.read(body), ChatShape.UPDATE, MetadataUpdate.class);
    }

    private static <T> T checked(JsonNode tree, Shape shape, Class<T> type) {
        shape.check(tree).ifPresent(wrong -> {
            throw wrong.asException();
        });
        return WireMapper.snakeCase().read(tree, type);
    }
}
