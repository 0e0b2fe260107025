package llmsim.openai.chat.wire;

import org.jspecify.annotations.Nullable;

/** A tool that takes free text. */
public record CustomTool(
        String name, @Nullable String description, @Nullable Format format) {

    /** What the text must obey: {@code text} or {@code grammar}. */
    public record Format(String type, @Nullable Grammar grammar) {}

    /** A grammar in the syntax {@code lark} or {@code regex}. */
    public record Grammar(@Nullable String syntax, @Nullable String definition) {}
}
