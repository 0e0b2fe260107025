package llmsim.cli;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import llmsim.api.time.Clock;
import llmsim.engine.clock.SystemClock;
import llmsim.server.assembly.Version;
import llmsim.terminal.Dashboard;
import llmsim.terminal.feed.HttpFeed;
import llmsim.terminal.feed.Reading;
import llmsim.terminal.screen.Opening;
import llmsim.terminal.screen.Stage;
import llmsim.terminal.screen.Terminals;
import llmsim.terminal.shown.Title;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code llmsim top}: the dashboard of a server that runs elsewhere. */
record TopCommand(Console console, Terminals terminals) implements Command {
    private static final String USUAL = "http://localhost:8080";
    private static final String TOKEN = "LLMSIM_SERVER_ADMIN_TOKEN";

    @Override
    public CommandSpec describe() {
        var spec = named("top", "Show the dashboard of a running server; q ends the dashboard, not the server.")
                .addOption(OptionSpec.builder("-u", "--url")
                        .paramLabel("URL")
                        .type(String.class)
                        .description("The server's address. Default: " + USUAL + ".")
                        .build())
                .addOption(OptionSpec.builder("--token")
                        .paramLabel("TOKEN")
                        .type(String.class)
                        .description("Its server.admin_token, if it has one; others can see what stands here, so better"
                                + " in " + TOKEN + ".")
                        .build());
        spec.usageMessage()
                .footerHeading("%nExamples:%n")
                .footer("  llmsim top", "  llmsim top --url http://10.0.0.7:9000");
        return spec;
    }

    @Override
    public int run(ParseResult parsed) {
        var server = server(parsed);
        try (var clock = SystemClock.start();
                var feed = new HttpFeed(server, token(parsed), clock)) {
            if (feed.first() instanceof Reading.Lost(var why)) {
                throw new FailedException(server + " " + why);
            }
            var title = new Title("llmsim top " + Version.text(), server.toString());
            show(new Dashboard(title, feed, List::of, clock), clock);
        }
        return ExitCode.OK;
    }

    private void show(Dashboard dashboard, Clock clock) {
        switch (terminals.open()) {
            case Opening.Refused(var why) -> throw new FailedException("no dashboard: " + why);
            case Opening.Opened(var stage) -> show(dashboard, stage, clock);
        }
    }

    private static void show(Dashboard dashboard, Stage stage, Clock clock) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stage.closeSoon(clock), "llmsim-stop"));
        dashboard.run(stage);
    }

    private Optional<String> token(ParseResult parsed) {
        return Optional.of(parsed.matchedOptionValue(
                        "--token", console.environment().getOrDefault(TOKEN, "")))
                .filter(token -> !token.isEmpty());
    }

    private static URI server(ParseResult parsed) {
        var written = parsed.matchedOptionValue("--url", USUAL);
        try {
            var uri = URI.create(written);
            var path = Optional.ofNullable(uri.getRawPath()).orElse("");
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && (path.isEmpty() || path.equals("/"))) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new ParameterException(
                parsed.commandSpec().commandLine(), "--url must be like " + USUAL + ", not '" + written + "'");
    }
}
