import org.jspecify.annotations.NullMarked;

/** Decides what to answer, and plays it against a clock. */
@NullMarked
module llmsim.engine {
    requires static transitive org.jspecify;
    requires llmsim.tokens;
}
