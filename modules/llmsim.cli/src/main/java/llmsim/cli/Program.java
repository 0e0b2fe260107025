package llmsim.cli;

import llmsim.server.assembly.Version;
import llmsim.terminal.screen.Terminals;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** All commands, and the way from arguments to an exit code. */
final class Program implements Command {
    private final Console console;
    private final Serving serving;
    private final Terminals terminals;

    /**
     * @param serving how long a server runs
     * @param terminals where dashboards are drawn
     */
    Program(Console console, Serving serving, Terminals terminals) {
        this.console = console;
        this.serving = serving;
        this.terminals = terminals;
    }

    /** Runs a command; what it has to say goes to the console. */
    int run(String... args) {
        var complaints = new Complaints(console);
        var line = new CommandLine(describe());
        line.setOut(console.out());
        line.setErr(console.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(console.colours() ? Ansi.AUTO : Ansi.OFF));
        line.setUsageHelpWidth(100);
        line.setUsageHelpLongOptionsMaxWidth(32);
        line.setExecutionStrategy(parsed -> execute(parsed, complaints));
        line.setParameterExceptionHandler((e, _) -> complaints.about(e));
        return line.execute(args);
    }

    private static int execute(ParseResult parsed, Complaints complaints) {
        var help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        var chosen = parsed;
        while (chosen.hasSubcommand()) {
            chosen = chosen.subcommand();
        }
        try {
            return ((Command) chosen.commandSpec().userObject()).run(chosen);
        } catch (CommandLine.ParameterException e) {
            throw e;
        } catch (RuntimeException e) {
            return complaints.about(e);
        }
    }

    /** Without a command there is help. */
    @Override
    public int run(ParseResult parsed) {
        parsed.commandSpec().commandLine().usage(console.out());
        return ExitCode.OK;
    }

    @Override
    public CommandSpec describe() {
        var root = named("llmsim", "Imitates the HTTP APIs of LLM providers, so that official SDKs cannot tell.")
                .version("llmsim " + Version.text())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Show the version.")
                        .build());
        var serve = new ServeCommand(console, serving, terminals);
        add(root, serve);
        add(root, new MockCommand(console, serve));
        add(root, new TopCommand(console, terminals));
        add(root, new ConfigCommand(console));
        add(root, new ScriptCommand(console));
        add(root, new ModelsCommand(console));
        add(root, new TokensCommand(console));
        root.addSubcommand("help", CommandSpec.forAnnotatedObject(new CommandLine.HelpCommand()));
        root.usageMessage().synopsisSubcommandLabel("COMMAND").commandListHeading("%nCommands:%n");
        root.usageMessage()
                .footerHeading("%nExamples:%n")
                .footer(
                        "  llmsim serve                                  answers on port 8080, in each model's own time",
                        "  llmsim serve --port 9000 --latency fast --generator echo",
                        "  llmsim serve --config llmsim.yaml --seed 7",
                        "  llmsim tokens --model gpt-5 'How many tokens?'");
        return root;
    }

    static void add(CommandSpec parent, Command command) {
        var spec = command.describe();
        parent.addSubcommand(spec.name(), spec);
    }
}
