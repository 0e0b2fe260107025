package llmsim.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code llmsim script}: its command. */
record ScriptCommand(Console console) implements Command {
    @Override
    public CommandSpec describe() {
        var spec = named("script", "Check script files.");
        spec.usageMessage().synopsisSubcommandLabel("COMMAND").commandListHeading("%nCommands:%n");
        Program.add(spec, new ScriptValidateCommand(console));
        return spec;
    }

    @Override
    public int run(ParseResult parsed) {
        parsed.commandSpec().commandLine().usage(console.out());
        return ExitCode.OK;
    }
}
