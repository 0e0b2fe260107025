package llmsim.api.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One message of a conversation.
 *
 * @param name the participant's name where the client gave one
 */
public record Message(Role role, List<Part> parts, Optional<String> name) {
    public Message {
        parts = List.copyOf(parts);
    }

    /** A message of one text. */
    public static Message of(Role role, String text) {
        return new Message(role, List.of(new Part.Text(text)), Optional.empty());
    }

    /** A message of these parts, without a name. */
    public static Message of(Role role, List<Part> parts) {
        return new Message(role, parts, Optional.empty());
    }

    /** All text parts joined by line feeds; empty if there is none. */
    public String text() {
        return parts.stream()
                .filter(Part.Text.class::isInstance)
                .map(part -> ((Part.Text) part).text())
                .collect(Collectors.joining("\n"));
    }
}
