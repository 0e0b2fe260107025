package llmsim.engine.tool;

import java.util.ArrayList;
import java.util.List;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.prompt.Prompt;

/**
 * Whose turn it was at the end of a conversation. Instructions do not count.
 *
 * @param user whether the user had the last word
 * @param results of tools to which nobody has said anything yet, oldest first
 */
record Turn(boolean user, List<Part.ToolResult> results) {

    static Turn of(Prompt prompt) {
        var results = new ArrayList<Part.ToolResult>();
        for (var message : prompt.messages().reversed()) {
            if (message.role() == Role.ASSISTANT || isSaidByUser(message)) {
                return new Turn(results.isEmpty() && message.role() == Role.USER, results.reversed());
            }
            message.parts().reversed().forEach(part -> {
                if (part instanceof Part.ToolResult result) {
                    results.add(result);
                }
            });
        }
        return new Turn(false, results.reversed());
    }

    /** Some APIs send results of tools as the user's; what stands beside them is a new word of the user's. */
    private static boolean isSaidByUser(Message message) {
        return message.role() == Role.USER
                && message.parts().stream().anyMatch(part -> !(part instanceof Part.ToolResult));
    }
}
