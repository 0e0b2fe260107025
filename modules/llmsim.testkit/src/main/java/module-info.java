import org.jspecify.annotations.NullMarked;

/** Virtual clock, contracts for authors of plugins, JUnit 5 extension. */
@NullMarked
module llmsim.testkit {
    requires static transitive org.jspecify;
    requires transitive llmsim.server;
    requires transitive org.junit.jupiter.api;
}
