package llmsim.openresponses.render;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import llmsim.api.content.Part;
import llmsim.api.json.Field;
import llmsim.api.prompt.Tool;
import llmsim.openresponses.request.Compaction;

/** Makes an item of each part that a client can see. */
final class ItemMaker {
    private final Echo echo;
    private final Set<String> custom;

    ItemMaker(Echo echo) {
        this.echo = echo;
        this.custom = echo.opening().request().prompt().tools().stream()
                .filter(Tool.Custom.class::isInstance)
                .map(Tool::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Growing> make(Part part, int index) {
        return switch (part) {
            case Part.Text _ -> Optional.of(new GrowingText(id("msg_", index), index));
            case Part.Refusal _ -> Optional.of(new GrowingRefusal(id("msg_", index), index));
            case Part.Reasoning reasoning ->
                Optional.of(new GrowingReasoning(id("rs_", index), index, summed(), sealed(reasoning)));
            case Part.ToolCall(var callId, var name, var _) -> {
                var free = custom.contains(name);
                yield Optional.of(new GrowingCall(id(free ? "ctc_" : "fc_", index), index, callId, name, free));
            }
            case Part.ToolResult _, Part.Image _, Part.Audio _, Part.File _, Part.Open _ -> Optional.empty();
        };
    }

    private String id(String prefix, int index) {
        return ItemIds.of(prefix, echo.opening().id(), index);
    }

    private boolean summed() {
        return echo.opening().request().prompt().reasoning().summary().isPresent();
    }

    private Field<String> sealed(Part.Reasoning reasoning) {
        return echo.request().includes("reasoning.encrypted_content")
                ? Field.of(reasoning
                        .opaque()
                        .orElseGet(() ->
                                Compaction.seal("thought " + echo.opening().id())))
                : Field.absent();
    }
}
