package llmsim.engine.tool;

import java.util.List;
import java.util.random.RandomGenerator;
import llmsim.api.content.Part;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.Tool;
import llmsim.api.reply.Completion;
import llmsim.engine.configuration.ToolUse;
import llmsim.engine.source.Demand;
import llmsim.engine.source.Source.Asked;

/**
 * Calls tools where the request wants it, or where a model would. What the generator itself calls has precedence, as far
 * as the request permits it. Thread-safe.
 *
 * @param use what is done where the request leaves it to the model
 */
public record ToolDemand(ToolUse use) implements Demand {
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
        var chosen = chosen(prompt, permission, new Choosing(permission.tools(), random));
        return chosen.isEmpty() ? permitted : calling(chosen, asked, random);
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

    private static Completion calling(List<Tool> tools, Asked asked, RandomGenerator random) {
        var writer = new CallWriter(asked, random);
        var text = asked.request().prompt().lastUserText();
        return Completion.of(
                tools.stream().<Part>map(tool -> writer.write(tool, text)).toList());
    }
}
