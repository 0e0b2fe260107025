package llmsim.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/** What a run of the program came to. */
record Ran(int exitCode, String out, String err) {
    /** Runs a command that serves nothing. */
    static Ran of(String... args) {
        return with(Map.of(), "", _ -> Assertions.fail("nothing was to be served"), args);
    }

    static Ran with(Map<String, String> environment, String input, Serving serving, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                environment,
                false);
        var code = new Program(console, serving).run(args);
        return new Ran(code, out.toString(), err.toString());
    }
}
