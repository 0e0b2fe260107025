import org.jspecify.annotations.NullMarked;

/** Speaks OpenAI. */
@NullMarked
module llmsim.openai {
    requires static transitive org.jspecify;
    requires transitive llmsim.api;
}
