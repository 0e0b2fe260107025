package llmsim.engine.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.api.content.Bytes;
import llmsim.api.content.Message;
import llmsim.api.content.Role;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.dialect.Operation.Keep;
import llmsim.api.dialect.Operation.Play;
import llmsim.api.dialect.Operation.Reach;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.Framing;
import llmsim.api.render.Rendering;
import llmsim.api.spi.ProviderAdapter;
import llmsim.api.state.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Responses: over SSE and over a connection, with items, sequence numbers, stored and continued responses. */
final class ResponsesDialect implements ProviderAdapter {
    static final JsonMapper JSON = JsonMapper.shared();
    private static final String STORED = "responses";

    @Override
    public String name() {
        return "responses";
    }

    @Override
    public ProviderFacts facts() {
        return new ProviderFacts("/v1", "req_", List.of(), List.of(), false);
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(Call.Method.MESSAGE, "/responses", "websocket", ResponsesDialect::message),
                new Endpoint(
                        Call.Method.POST,
                        "/responses",
                        "responses",
                        (call, services) -> create(read(call), Framing.SSE, services)),
                new Endpoint(Call.Method.GET, "/responses/{id}", "responses", ResponsesDialect::get));
    }

    // Newer clients send the fields beside the type, older ones under "response".
    private static Operation message(Call call, Services services) {
        var json = read(call);
        if (!json.path("type").asString("").equals("response.create")) {
            throw invalid("unknown type");
        }
        var fields = json.has("response") ? json.get("response") : json;
        return fields.path("generate").asBoolean(true)
                ? create(fields, Framing.MESSAGES, services)
                : Operation.Query.free(ResponsesDialect::warmUp);
    }

    private static Operation create(JsonNode fields, Framing framing, Services services) {
        var input = fields.path("input").asString("");
        var previous = fields.path("previous_response_id").asString("");
        var history = previous.isEmpty() ? JSON.createArrayNode() : history(previous, services);
        history.addObject().put("role", "user").put("text", input);
        var background = fields.path("background").asBoolean(false);
        var reach = fields.path("store").asBoolean(true) ? Reach.EVERYONE : Reach.CONNECTION;
        var keep = new Keep(STORED, Map.of(), Rendering.json(opening -> new StoredResponse(opening, history)), reach);
        return new Generation(
                SimRequest.of(Prompt.of(fields.path("model").asString("gpt-5"), messages(history)))
                        .withStream(true),
                "resp_",
                new Rendering(framing, "text/event-stream", Rendering.Start.AT_ONCE, ResponsesEvents::new),
                List.of(keep),
                background ? new Play.Logged() : new Play.Live());
    }

    private static Operation get(Call call, Services services) {
        var id = call.pathParameter("id");
        if (call.queryParameter("starting_after").isPresent()) {
            var after = Long.parseLong(call.queryParameter("starting_after").get());
            return new Operation.Attach(
                    id,
                    after,
                    new Rendering(Framing.SSE, "text/event-stream", Rendering.Start.AT_ONCE, ResponsesEvents::new));
        }
        return Operation.Query.free(_ -> Answer.json(stored(id, services).content()));
    }

    private static Answer warmUp(Services services) {
        var id = services.newId("resp_");
        var content = JSON.createObjectNode();
        content.put("id", id).putArray("history");
        services.connection().put(STORED, new Document(id, services.now(), Map.of(), json(content)));
        return Answer.json(
                json(JSON.createObjectNode().put("type", "response.completed").put("id", id)));
    }

    private static Document stored(String id, Services services) {
        Optional<Document> found = services.scope().find(STORED, id);
        return found.orElseThrow(() -> new Problem.NotStored("response", id).asException());
    }

    private static ArrayNode history(String id, Services services) {
        return (ArrayNode)
                JSON.readTree(stored(id, services).content().toUtf8()).get("history");
    }

    private static List<Message> messages(ArrayNode history) {
        var messages = new ArrayList<Message>();
        for (var item : history) {
            var role = item.get("role").asString().equals("user") ? Role.USER : Role.ASSISTANT;
            messages.add(Message.of(role, item.get("text").asString()));
        }
        return messages;
    }

    private static JsonNode read(Call call) {
        try {
            return JSON.readTree(((Body.Raw) call.body()).bytes().toUtf8());
        } catch (JacksonException _) {
            throw invalid("broken JSON");
        }
    }

    private static RuntimeException invalid(String message) {
        return Problem.Stated.of(Category.INVALID_REQUEST, message).asException();
    }

    static Bytes json(JsonNode node) {
        return Bytes.ofUtf8(node.toString());
    }

    @Override
    public Answer explain(Problem problem, Call call) {
        var status = problem.category().usualStatus();
        var error = JSON.createObjectNode().put("type", "error");
        var said = call.method() == Call.Method.MESSAGE
                ? error.put("status", status).putObject("error")
                : error;
        said.put("code", problem instanceof Problem.NotStored ? "previous_response_not_found" : "error")
                .put("message", problem.message());
        return Answer.json(status, json(error));
    }
}
