import org.jspecify.annotations.NullMarked;

/**
 * For those who test with llmsim, and for those who extend it.
 *
 * <p>{@link llmsim.testkit} gives a JUnit 5 test a running simulator; {@link llmsim.testkit.contract} holds what an
 * extension must do.
 */
@NullMarked
module llmsim.testkit {
    requires static transitive org.jspecify;
    requires transitive llmsim.server;
    requires transitive org.junit.jupiter.api;
    requires org.junit.platform.commons;
    requires llmsim.tokens;

    exports llmsim.testkit;
    exports llmsim.testkit.contract;
}
