package llmsim.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What surrounds the program. A test brings its own.
 *
 * @param colours whether help may be coloured
 */
record Console(InputStream in, PrintWriter out, PrintWriter err, Map<String, String> environment, boolean colours) {
    /** The process's own. */
    static Console ofProcess() {
        return new Console(
                System.in,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                true);
    }

    /** A line of output; at once on its way. */
    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** A line about something that went wrong. */
    void complain(String line) {
        err.println("llmsim: " + line);
        err.flush();
    }
}
