import org.jspecify.annotations.NullMarked;

/** Counts tokens. */
@NullMarked
module llmsim.tokens {
    requires static transitive org.jspecify;
    requires transitive llmsim.api;
    requires llmsim.jtokkit;
}
