package llmsim.engine.tool;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.prompt.Prompt;

/** Results of tools at the end of a conversation, to which nobody has said anything yet. */
public final class Results {
    private static final int LONGEST = 160;
    private static final Pattern FAILED = Pattern.compile(
            "(?:\\{\\s*\"(?:is_?)?error\"|error\\b|failed\\b).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Results() {}

    /** A line for each, with the name of its tool; empty if there are none. */
    public static String sentences(Prompt prompt) {
        return joined(prompt, result -> sentence(result, prompt));
    }

    /** What they say; empty if there are none. */
    public static String text(Prompt prompt) {
        return joined(prompt, Results::said);
    }

    private static String joined(Prompt prompt, Function<Part.ToolResult, String> words) {
        return areIn(prompt.messages())
                ? Turn.of(prompt).results().stream().map(words).collect(Collectors.joining("\n"))
                : "";
    }

    private static boolean areIn(List<Message> messages) {
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

    private static String said(Part.ToolResult result) {
        return Message.of(Role.TOOL, result.content()).text();
    }

    private static String sentence(Part.ToolResult result, Prompt prompt) {
        var excerpt = Excerpt.of(said(result), LONGEST);
        var verb = result.failed() || FAILED.matcher(excerpt).matches() ? " failed" : " returned";
        return nameOf(result.callId(), prompt.messages()) + verb + (excerpt.isEmpty() ? "." : ": " + excerpt);
    }

    private static String nameOf(String callId, List<Message> messages) {
        return messages.reversed().stream()
                .flatMap(message -> message.parts().stream())
                .filter(part -> part instanceof Part.ToolCall call && call.id().equals(callId))
                .map(part -> ((Part.ToolCall) part).name())
                .findFirst()
                .orElse("The tool");
    }

    /** The beginning of a text on one line, with an ellipsis where there would be more. */
    public static String excerpt(String text, int longest) {
        return Excerpt.of(text, longest);
    }
}
