package llmsim.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code llmsim config}: its two commands. */
record ConfigCommand(Console console) implements Command {
    @Override
    public CommandSpec describe() {
        var spec = named("config", "Check a configuration file, or explain where each setting comes from.");
        spec.usageMessage().synopsisSubcommandLabel("COMMAND").commandListHeading("%nCommands:%n");
        Program.add(spec, new ConfigCheckCommand(console));
        Program.add(spec, new ConfigExplainCommand(console));
        return spec;
    }

    @Override
    public int run(ParseResult parsed) {
        parsed.commandSpec().commandLine().usage(console.out());
        return ExitCode.OK;
    }
}
