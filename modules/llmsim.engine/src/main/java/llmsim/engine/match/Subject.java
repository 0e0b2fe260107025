package llmsim.engine.match;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import llmsim.api.content.Message;
import llmsim.api.content.Role;
import llmsim.api.exchange.Call;
import llmsim.api.json.JsonLimits;
import llmsim.api.json.JsonReader;
import llmsim.api.problem.ProblemException;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.SimRequest;
import llmsim.api.prompt.Tool;
import llmsim.engine.source.Source.Asked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A request as conditions look at it: each view of it is made once, when it is first needed. Not thread-safe. */
public final class Subject {
    private static final JsonReader JSON = JsonReader.within(JsonLimits.DEFAULT);

    private final Call call;
    private final SimRequest request;
    private final Map<BoundedPattern, BoundedPattern.Result> searched = new HashMap<>();
    private final Lazy<String> content = new Lazy<>(() -> prompt().lastUserText());
    private final Lazy<String> foldedContent = new Lazy<>(() -> Folded.of(content()));
    private final Lazy<String> system = new Lazy<>(this::instructions);
    private final Lazy<String> foldedSystem = new Lazy<>(() -> Folded.of(system()));
    private final Lazy<String> foldedModel = new Lazy<>(() -> model().toLowerCase(Locale.ROOT));
    private final Lazy<Set<String>> tools = new Lazy<>(this::offered);
    private final Lazy<List<ToolOutput>> results = new Lazy<>(() -> ToolOutput.unanswered(prompt()));
    private final Lazy<JsonNode> body = new Lazy<>(this::read);
    private final Lazy<BoundedPattern.Steps> steps = new Lazy<>(() -> BoundedPattern.Steps.ofRequest(content()));

    /** The request as conditions look at it. */
    public Subject(Call call, SimRequest request) {
        this.call = call;
        this.request = request;
    }

    /** The same of a request that is to be answered. */
    public Subject(Asked asked) {
        this(asked.call(), asked.request());
    }

    private Prompt prompt() {
        return request.prompt();
    }

    /** The name under which its session is counted; empty for the common one. */
    public String session() {
        return call.caller().session();
    }

    /** The text of the last user message that has any. */
    public String content() {
        return content.get();
    }

    /** The same, with its case folded: as many characters. */
    public String foldedContent() {
        return foldedContent.get();
    }

    /** The texts of all system and developer messages, with line feeds between them. */
    public String system() {
        return system.get();
    }

    /** The same, with its case folded: as many characters. */
    public String foldedSystem() {
        return foldedSystem.get();
    }

    private String instructions() {
        return prompt().messages().stream()
                .filter(message -> message.role() == Role.SYSTEM || message.role() == Role.DEVELOPER)
                .map(Message::text)
                .collect(Collectors.joining("\n"));
    }

    /** The model's name as the client wrote it. */
    public String model() {
        return prompt().model();
    }

    /** The same in lower case. */
    public String foldedModel() {
        return foldedModel.get();
    }

    /** The role of the last message; empty if there is none. */
    public Optional<Role> role() {
        var messages = prompt().messages();
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(messages.getLast().role());
    }

    /** The names of the tools that are offered. */
    public Set<String> tools() {
        return tools.get();
    }

    private Set<String> offered() {
        return prompt().tools().stream().map(Tool::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The results of tools that the model has not answered yet, oldest first. */
    public List<ToolOutput> results() {
        return results.get();
    }

    /** All values of a header field, credentials excepted. */
    public List<String> header(String name) {
        return call.headers().all(name);
    }

    /** The path below the provider's prefix. */
    public String path() {
        return call.path();
    }

    /** The request's body; a missing node if it is no JSON. */
    public JsonNode body() {
        return body.get();
    }

    private JsonNode read() {
        try {
            return JSON.read(call.body());
        } catch (ProblemException _) {
            return MissingNode.getInstance();
        }
    }

    /** What a regular expression finds in {@link #content()}; looked for once. */
    public BoundedPattern.Result find(BoundedPattern pattern) {
        var known = searched.get(pattern);
        if (known == null) {
            known = pattern.find(content(), steps.get());
            searched.put(pattern, known);
        }
        return known;
    }
}
