package llmsim.engine.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;
import tools.jackson.databind.json.JsonMapper;

/** Tools and prompts for tests. */
public final class Offered {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static final Tool WEATHER = function("get_weather", "Get the current weather in a given location", """
            {"type":"object","properties":{"location":{"type":"string","description":"The city and state, e.g. Boston, MA"}},
             "required":["location"]}""");
    public static final Tool ATTRACTIONS = function("cityAttractions", "", """
            {"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}""");
    public static final Tool SEARCH = function("search_web", "Search the web for current information", """
            {"type":"object","properties":{"query":{"type":"string"}},"required":["query"]}""");
    public static final Tool TICKET = function("create_ticket", "Create a ticket in Jira", """
            {"type":"object","properties":{"title":{"type":"string"}},"required":["title"]}""");
    public static final Tool EMAIL = function("sendEmail", "Sends a mail to a recipient", """
            {"type":"object","properties":{"to":{"type":"string"},"body":{"type":"string"}},"required":["to","body"]}""");
    public static final Tool ORDER = function("get_delivery_date", "Get the delivery date for a customer's order", """
            {"type":"object","properties":{"order_id":{"type":"string"}},"required":["order_id"]}""");
    public static final Tool CALCULATOR = function("calculator", "Useful for arithmetic", """
            {"type":"object","properties":{"expression":{"type":"string"}},"required":["expression"]}""");
    public static final Tool SQRT = function("sqrt", "Calculates the square root of a number", """
            {"type":"object","properties":{"x":{"type":"number"}},"required":["x"]}""");
    public static final Tool NOTE = new Tool.Custom("take_note", "Writes a note down", Optional.empty());
    public static final Tool HOSTED =
            new Tool.Hosted("web_search", JSON.readTree("{\"type\":\"web_search\",\"note\":\"weather\"}"));

    public static final List<Tool> ALL =
            List.of(WEATHER, ATTRACTIONS, SEARCH, TICKET, EMAIL, ORDER, CALCULATOR, SQRT, NOTE);

    private Offered() {}

    public static Tool function(String name, String description, String parameters) {
        return new Tool.Function(name, description, JSON.readTree(parameters), false);
    }

    public static Prompt prompt(String text, ToolChoice choice, boolean parallel, Tool... tools) {
        return Prompt.of("gpt-4o", List.of(Message.of(Role.USER, text))).withTools(List.of(tools), choice, parallel);
    }

    public static Prompt auto(String text, Tool... tools) {
        return prompt(text, new ToolChoice.Auto(), true, tools);
    }

    /** The same conversation after more messages. */
    public static Prompt after(Prompt prompt, Message... more) {
        var all = new ArrayList<>(prompt.messages());
        all.addAll(List.of(more));
        return Prompt.of(prompt.model(), all)
                .withTools(prompt.tools(), prompt.toolChoice(), prompt.parallelToolCalls())
                .withFormat(prompt.format());
    }

    public static Message call(String id, Tool tool) {
        return Message.of(Role.ASSISTANT, List.of(new Part.ToolCall(id, tool.name(), "{}")));
    }

    public static Message result(String id, String text) {
        return Message.of(Role.TOOL, List.of(new Part.ToolResult(id, List.of(new Part.Text(text)), false)));
    }
}
