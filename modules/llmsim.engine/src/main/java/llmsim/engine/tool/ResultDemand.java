package llmsim.engine.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.prompt.Prompt;
import llmsim.api.reply.Completion;
import llmsim.engine.source.Demand;
import llmsim.engine.source.Source.Asked;

/**
 * Tells what tools returned, before anything else that is said after them. Who reads the answer of an agent's last turn
 * sees what came of its tools. Stateless.
 */
public record ResultDemand() implements Demand {
    private static final int LONGEST = 160;
    private static final Pattern FAILED = Pattern.compile(
            "\\s*(?:\\{\\s*\"(?:is_?)?error\"|error\\b|failed\\b).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public Completion meet(Asked asked, int choice, Completion said) {
        var prompt = asked.request().prompt();
        if (!endsWithResult(prompt.messages()) || OwnCalls.of(said).any()) {
            return said;
        }
        var sentences = Turn.of(prompt).results().stream()
                .map(result -> sentence(result, prompt))
                .collect(Collectors.joining("\n"));
        return sentences.isEmpty() ? said : told(sentences, said);
    }

    private static boolean endsWithResult(List<Message> messages) {
        if (messages.isEmpty()) {
            return false;
        }
        for (var part : messages.getLast().parts()) {
            if (part instanceof Part.ToolResult) {
                return true;
            }
        }
        return false;
    }

    private static Completion told(String sentences, Completion said) {
        var parts = new ArrayList<Part>();
        var told = false;
        for (var part : said.parts()) {
            if (!told && part instanceof Part.Text(var text)) {
                parts.add(new Part.Text(text.isEmpty() ? sentences : sentences + "\n\n" + text));
                told = true;
            } else {
                parts.add(part);
            }
        }
        return told ? new Completion(parts, said.finish()) : said;
    }

    private static String sentence(Part.ToolResult result, Prompt prompt) {
        var name = nameOf(result.callId(), prompt.messages());
        var text = Message.of(Role.TOOL, result.content()).text();
        var excerpt = Excerpt.of(text, LONGEST);
        var verb = result.failed() || FAILED.matcher(excerpt).matches() ? " failed" : " returned";
        return name + verb + (excerpt.isEmpty() ? "." : ": " + excerpt);
    }

    private static String nameOf(String callId, List<Message> messages) {
        return messages.reversed().stream()
                .flatMap(message -> message.parts().stream())
                .filter(part -> part instanceof Part.ToolCall call && call.id().equals(callId))
                .map(part -> ((Part.ToolCall) part).name())
                .findFirst()
                .orElse("The tool");
    }
}
