package llmsim.it.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.engine.Connection;
import llmsim.engine.Head;
import llmsim.engine.Incoming;
import llmsim.engine.Outlet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One connection to a provider's Responses API. */
record Talk(Connection connection) implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Talk to(Responses responses) {
        return new Talk(responses.process().simulator().connect(responses.provider()));
    }

    /** The messages that answer one. */
    List<JsonNode> say(String message) {
        var frames = new Frames(new ArrayList<>());
        connection.handle(
                new Incoming(
                        Call.Method.MESSAGE,
                        "/v1/responses",
                        Map.of(),
                        Headers.NONE,
                        new Body.Raw("application/json", Bytes.ofUtf8(message))),
                frames);
        return frames.all;
    }

    /** The response that ends the answer. */
    JsonNode last(String message) {
        return say(message).getLast().path("response");
    }

    /** The error that is the only answer. */
    JsonNode error(String message) {
        var said = say(message);
        return said.size() == 1 && said.getFirst().path("type").asString("").equals("error")
                ? said.getFirst()
                : JSON.missingNode();
    }

    @Override
    public void close() {
        connection.close();
    }

    private record Frames(List<JsonNode> all) implements Outlet {
        @Override
        public void begin(Head head) {}

        @Override
        public void write(byte[] bytes, int offset, int length) {
            all.add(JSON.readTree(bytes, offset, length));
        }

        @Override
        public void end() {}
    }
}
