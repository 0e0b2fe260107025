package llmsim.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.script.Script;
import llmsim.server.assembly.Setup;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.ConfigurationException;
import llmsim.server.script.ScriptReading;
import llmsim.server.settings.Sources;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code llmsim script validate FILE…}. */
record ScriptValidateCommand(Console console) implements Command {
    @Override
    public CommandSpec describe() {
        return named("validate", "Check scripts, in JSON or YAML. All errors are shown, each with its place.")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .arity("1..*")
                        .type(List.class)
                        .auxiliaryTypes(Path.class)
                        .description("The files to check.")
                        .build());
    }

    @Override
    public int run(ParseResult parsed) {
        var files = parsed.matchedPositionalValue(0, List.<Path>of());
        if (files.isEmpty()) {
            throw new ParameterException(parsed.commandSpec().commandLine(), "FILE is missing");
        }
        var setup = Setup.of(Sources.NONE, UnaryOperator.identity());
        var reading = new ScriptReading(
                ProfileTable.with(setup.extensions().profiles().instances()));
        var errors = new ArrayList<ConfigurationError>();
        for (var file : files) {
            var wrong = new ArrayList<ConfigurationError>();
            reading.read(file, wrong::add).ifPresent(script -> console.say(file + " is right: " + summary(script)));
            errors.addAll(ConfigurationError.inOrder(wrong));
        }
        if (!errors.isEmpty()) {
            throw new ConfigurationException(errors);
        }
        return ExitCode.OK;
    }

    /** A script in a few words. */
    static String summary(Script script) {
        var turns = script.turns().size();
        return turns + (turns == 1 ? " turn" : " turns") + ", then "
                + script.onExhausted().written();
    }
}
