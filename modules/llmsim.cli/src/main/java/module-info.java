import org.jspecify.annotations.NullMarked;

/** Flags, environment and terminal; starts a server. */
@NullMarked
module llmsim.cli {
    requires static org.jspecify;
    requires java.logging;
    requires llmsim.server;
    requires llmsim.terminal;
    requires info.picocli;
}
