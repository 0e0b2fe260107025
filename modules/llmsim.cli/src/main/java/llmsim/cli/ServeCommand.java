package llmsim.cli;

import java.util.function.UnaryOperator;
import llmsim.server.assembly.Running;
import llmsim.server.assembly.Setup;
import llmsim.server.assembly.Simulated;
import llmsim.terminal.screen.Terminals;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code llmsim serve}. */
record ServeCommand(Console console, Serving serving, Terminals terminals) implements Command {
    static final String TUI = "--tui";

    @Override
    public CommandSpec describe() {
        var spec = named(
                "serve", "Start the simulator. Without options it answers every model, in that model's own time.");
        SettingOptions.addTo(spec);
        spec.addOption(tui());
        spec.usageMessage()
                .footerHeading("%nExamples:%n")
                .footer(
                        "  llmsim serve --port 0                         on any free port",
                        "  llmsim serve --generator 'fixed:Hello!' --latency instant",
                        "  llmsim serve --config llmsim.yaml --set latency.ttft_mean_ms=50",
                        "  llmsim serve --tui                            with a dashboard in this terminal",
                        "",
                        "Ctrl-C or SIGTERM stops it: open streams may end within server.shutdown_grace_ms.");
        return spec;
    }

    @Override
    public int run(ParseResult parsed) {
        return serve(
                Setup.of(SettingOptions.sources(parsed, console.environment()), UnaryOperator.identity()),
                parsed.hasMatchedOption(TUI));
    }

    /** The option that asks for a dashboard. */
    static OptionSpec tui() {
        return OptionSpec.builder(TUI)
                .description(
                        "Show a dashboard in this terminal; q stops the server. Where there is no terminal, it says"
                                + " so and serves on.")
                .build();
    }

    /** Serves until it is stopped. */
    int serve(Setup setup, boolean dashboard) {
        var log = new ScreenLog(console.err());
        Logs.begin(setup.configuration().log(), dashboard ? log : LogSink.to(console.err()));
        setup.logWarnings();
        try (var running = Running.start(Simulated.of(setup))) {
            running.simulated()
                    .simulator()
                    .listen(RequestLog.start(setup.configuration().log(), running.transportClock()));
            new StartLines(running).lines().forEach(console::say);
            (dashboard ? new DashboardServing(console, terminals, log, serving) : serving).untilStopped(running);
        }
        return ExitCode.OK;
    }
}
