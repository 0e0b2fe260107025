package llmsim.cli;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import llmsim.server.assembly.Setup;
import llmsim.server.settings.Sources;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code llmsim config check FILE}. */
record ConfigCheckCommand(Console console) implements Command {
    @Override
    public CommandSpec describe() {
        return named("check", "Check a configuration file, with the plugins that it names. All errors are shown.")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .arity("1")
                        .type(Path.class)
                        .description("The file to check.")
                        .build());
    }

    @Override
    public int run(ParseResult parsed) {
        Path file = parsed.matchedPositionalValue(0, Path.of(""));
        var setup = Setup.of(Sources.NONE.withFile(file), UnaryOperator.identity());
        setup.warnings().forEach(console::complain);
        console.say(file + " is right.");
        return ExitCode.OK;
    }
}
