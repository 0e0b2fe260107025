package llmsim.cli;

import java.util.function.UnaryOperator;
import llmsim.server.assembly.Running;
import llmsim.server.assembly.Setup;
import llmsim.server.assembly.Simulated;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code llmsim serve}. */
record ServeCommand(Console console, Serving serving) implements Command {
    @Override
    public CommandSpec describe() {
        var spec = named(
                "serve", "Start the simulator. Without options it answers every model, in that model's own time.");
        SettingOptions.addTo(spec);
        spec.usageMessage()
                .footerHeading("%nExamples:%n")
                .footer(
                        "  llmsim serve --port 0                         on any free port",
                        "  llmsim serve --generator 'fixed:Hello!' --latency instant",
                        "  llmsim serve --config llmsim.yaml --set latency.ttft_mean_ms=50",
                        "",
                        "Ctrl-C or SIGTERM stops it: open streams may end within server.shutdown_grace_ms.");
        return spec;
    }

    @Override
    public int run(ParseResult parsed) {
        return serve(Setup.of(SettingOptions.sources(parsed, console.environment()), UnaryOperator.identity()));
    }

    /** Serves until it is stopped. */
    int serve(Setup setup) {
        Logs.begin(setup.configuration().log(), console.err());
        setup.logWarnings();
        try (var running = Running.start(Simulated.of(setup))) {
            new StartLines(running).lines().forEach(console::say);
            serving.untilStopped(running);
        }
        return ExitCode.OK;
    }
}
