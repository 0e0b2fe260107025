package llmsim.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import llmsim.terminal.screen.Opening;
import llmsim.terminal.screen.Terminals;
import org.junit.jupiter.api.Assertions;

/** What a run of the program came to. */
record Ran(int exitCode, String out, String err) {
    /** Runs a command that serves nothing. */
    static Ran of(String... args) {
        return with(Map.of(), "", _ -> Assertions.fail("nothing was to be served"), args);
    }

    static Ran with(Map<String, String> environment, String input, Serving serving, String... args) {
        return run(() -> new Opening.Refused("a test has none"), environment, input, serving, args);
    }

    /** Runs a command that may draw. */
    static Ran on(Terminals terminals, Map<String, String> environment, Serving serving, String... args) {
        return run(terminals, environment, "", serving, args);
    }

    private static Ran run(
            Terminals terminals, Map<String, String> environment, String input, Serving serving, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                environment,
                false);
        var code = new Program(console, serving, terminals).run(args);
        return new Ran(code, out.toString(), err.toString());
    }
}
