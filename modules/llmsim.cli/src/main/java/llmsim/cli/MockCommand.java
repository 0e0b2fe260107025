package llmsim.cli;

import llmsim.engine.mock.Mocks.OnNoMatch;
import llmsim.server.assembly.Brought;
import llmsim.server.assembly.Setup;
import llmsim.server.settings.MockRows;
import llmsim.server.settings.Sources;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code llmsim mock FILE}: {@code llmsim serve --mocks FILE}, where a request that no mock fits is an error. */
record MockCommand(Console console, ServeCommand serve) implements Command {
    @Override
    public CommandSpec describe() {
        var spec =
                named("mock", "Serve a file with mocks. A request that none of them fits gets an error that says why.");
        SettingOptions.addTo(spec);
        spec.addOption(ServeCommand.tui());
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE")
                .arity("1")
                .type(String.class)
                .description("Mocks, as JSON or YAML; read again when the file changes.")
                .build());
        spec.usageMessage()
                .footerHeading("%nExamples:%n")
                .footer("  llmsim mock mocks.yaml", "  llmsim mock mocks.yaml --port 0 --latency instant");
        return spec;
    }

    @Override
    public int run(ParseResult parsed) {
        if (!parsed.hasMatchedPositional(0)) {
            throw new ParameterException(parsed.commandSpec().commandLine(), "FILE is missing");
        }
        var sources = SettingOptions.sources(parsed, console.environment())
                .with(Sources.Direct.flag("FILE", MockRows.FILE.key(), parsed.matchedPositionalValue(0, "")));
        return serve.serve(
                Setup.of(sources, Brought.NOTHING.withUsual(OnNoMatch.ERROR)),
                parsed.hasMatchedOption(ServeCommand.TUI));
    }
}
