package llmsim.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** One command. */
interface Command {
    /** Its name, options and help; the user object is this command. */
    CommandSpec describe();

    /** Does it; returns the exit code. */
    int run(ParseResult parsed);

    /** A description to begin with. */
    default CommandSpec named(String name, String... description) {
        var spec = CommandSpec.wrapWithoutInspection(this).name(name);
        spec.usageMessage().description(description);
        spec.usageMessage().abbreviateSynopsis(true);
        return spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    }
}
