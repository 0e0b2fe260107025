package llmsim.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import llmsim.server.assembly.Setup;
import llmsim.server.settings.Sources;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code llmsim config check [FILE]}. */
record ConfigCheckCommand(Console console) implements Command {
    @Override
    public CommandSpec describe() {
        return named("check", "Check a configuration file, with the plugins that it names. All errors are shown.")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .arity("0..1")
                        .type(Path.class)
                        .description("The file to check; without it, that of LLMSIM_CONFIG.")
                        .build());
    }

    @Override
    public int run(ParseResult parsed) {
        var file = file(parsed);
        var setup = Setup.of(Sources.NONE.withFile(file), UnaryOperator.identity());
        setup.warnings().forEach(console::complain);
        console.say(file + " is right.");
        return ExitCode.OK;
    }

    private Path file(ParseResult parsed) {
        return Optional.ofNullable(parsed.<Path>matchedPositionalValue(0, null))
                .or(() -> SettingOptions.file(console.environment()))
                .orElseThrow(() -> new ParameterException(
                        parsed.commandSpec().commandLine(), "FILE is missing, and LLMSIM_CONFIG names none"));
    }
}
