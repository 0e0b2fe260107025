package llmsim.engine.tool;

import java.util.List;
import java.util.function.Predicate;
import llmsim.api.content.Part;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;

/**
 * What a request says about calling tools. Tools that the provider runs itself are in its own hands: they are never
 * called here.
 *
 * @param tools those of the client's that may be called
 * @param must whether one of them has to be called
 * @param several whether more than one call is allowed
 */
record Permission(List<Tool> tools, boolean must, boolean several) {

    static Permission of(Prompt prompt) {
        return switch (prompt.toolChoice()) {
            case ToolChoice.None _, ToolChoice.Open _ -> new Permission(List.of(), false, false);
            case ToolChoice.Auto _ -> new Permission(callable(prompt, _ -> true), false, prompt.parallelToolCalls());
            case ToolChoice.Required _ -> new Permission(callable(prompt, _ -> true), true, prompt.parallelToolCalls());
            case ToolChoice.Named(var name) -> new Permission(callable(prompt, name::equals), true, false);
            case ToolChoice.Allowed(var names, var required) ->
                new Permission(callable(prompt, names::contains), required, prompt.parallelToolCalls());
        };
    }

    private static List<Tool> callable(Prompt prompt, Predicate<String> names) {
        return prompt.tools().stream()
                .filter(tool -> tool instanceof Tool.Function || tool instanceof Tool.Custom)
                .filter(tool -> names.test(tool.name()))
                .toList();
    }

    /** Whether this call may be made. */
    boolean allows(Part.ToolCall call) {
        return tools.stream().anyMatch(tool -> tool.name().equals(call.name()));
    }
}
