package llmsim.terminal.screen;

import java.io.Console;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Where dashboards can be drawn. */
@FunctionalInterface
public interface Terminals {
    /** Takes a terminal, or says why there is none. */
    Opening open();

    /** The terminal of this process; {@code NO_COLOR} and {@code TERM} are heeded. */
    static Terminals ofProcess(Map<String, String> environment) {
        return () -> open(environment);
    }

    private static Opening open(Map<String, String> environment) {
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty()) {
            return new Opening.Refused("standard input and output are not both a terminal");
        }
        if (environment.getOrDefault("TERM", "").equals("dumb")) {
            return new Opening.Refused("TERM=dumb is a terminal that cannot move its cursor");
        }
        try {
            return new Opening.Opened(Stage.take(
                    JLineTty.open(), environment.getOrDefault("NO_COLOR", "").isEmpty()));
        } catch (IOException | RuntimeException e) {
            return new Opening.Refused("the terminal cannot be taken: " + e.getMessage());
        }
    }
}
