package llmsim.engine.tool;

import java.util.List;
import llmsim.api.content.Part;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.Tool;
import llmsim.api.reply.Completion;
import llmsim.engine.configuration.ToolUse;
import llmsim.engine.schema.SchemaMemo;
import llmsim.engine.source.Demand;
import llmsim.engine.source.Source.Asked;

/**
 * Calls tools where the request wants it, or where a model would. What the generator itself calls has precedence, as far
 * as the request permits it. Thread-safe.
 */
public final class ToolDemand implements Demand {
    private static final int MOST = 4;

    private final ToolUse use;
    private final SchemaMemo schemas;
    private final WordMemo words = new WordMemo();

    /**
     * Calls tools like this.
     *
     * @param use what is done where the request leaves it to the model
     * @param schemas reads those of arguments
     */
    public ToolDemand(ToolUse use, SchemaMemo schemas) {
        this.use = use;
        this.schemas = schemas;
    }

    @Override
    public Completion meet(Asked asked, int choice, Completion said) {
        var prompt = asked.request().prompt();
        if (prompt.tools().isEmpty()) {
            return said;
        }
        var permission = Permission.of(prompt);
        var permitted = OwnCalls.of(said).within(permission);
        if (OwnCalls.of(permitted).any() || permission.tools().isEmpty()) {
            return permitted;
        }
        var random = asked.draws().saying("tools", choice);
        var chosen = chosen(prompt, permission, new Choosing(permission.tools(), random, words));
        return chosen.isEmpty()
                ? permitted
                : Completion.of(calls(chosen, permission, new CallWriter(asked, random, schemas)));
    }

    private List<Tool> chosen(Prompt prompt, Permission permission, Choosing choosing) {
        var text = prompt.lastUserText();
        if (permission.must()) {
            return choosing.certainly(text, permission.several());
        }
        if (use == ToolUse.NEVER || !Turn.of(prompt).user()) {
            return List.of();
        }
        return switch (use) {
            case AUTO -> choosing.about(text, permission.several());
            case ALWAYS -> choosing.certainly(text, permission.several());
            case RANDOM -> choosing.random().nextBoolean() ? List.of(choosing.any()) : List.of();
            case NEVER -> List.of();
        };
    }

    /** One for each tool; several for each, if what is asked names several things. */
    private List<Part> calls(List<Tool> tools, Permission permission, CallWriter writer) {
        var text = writer.asked().request().prompt().lastUserText();
        var each = permission.several() && use != ToolUse.RANDOM ? Several.in(Excerpt.ends(text)) : List.of(text);
        return tools.stream()
                .flatMap(
                        tool -> (takesAny(tool) ? each : List.of(text)).stream().map(one -> writer.write(tool, one)))
                .limit(MOST)
                .<Part>map(call -> call)
                .toList();
    }

    private static boolean takesAny(Tool tool) {
        return tool instanceof Tool.Function function
                && !function.parameters().path("properties").isEmpty();
    }
}
