package llmsim.server.http;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps Helidon's words about its own start and stop out of the log, unless somebody has asked for them. */
final class HelidonLog {
    // The JDK forgets the level of a logger that nobody holds.
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    private HelidonLog() {}

    static void quieten() {
        if (HELIDON.getLevel() == null) {
            HELIDON.setLevel(Level.WARNING);
        }
    }
}
