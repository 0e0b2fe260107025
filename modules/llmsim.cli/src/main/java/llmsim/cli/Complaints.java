package llmsim.cli;

import java.util.List;
import java.util.stream.Stream;
import llmsim.api.settings.NearMiss;
import llmsim.server.document.ConfigurationException;
import llmsim.server.http.ListenException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, in one line for each thing. */
record Complaints(Console console) {
    /** Wrong arguments. */
    int about(ParameterException e) {
        var command = e.getCommandLine().getCommandSpec();
        console.complain(e instanceof UnmatchedArgumentException unmatched ? unknown(unmatched, command) : said(e));
        console.err().println("Try '" + command.qualifiedName() + " --help'.");
        console.err().flush();
        return ExitCode.USAGE;
    }

    /** Anything else. */
    int about(Exception e) {
        return switch (e) {
            case ConfigurationException wrong -> {
                said(wrong).lines().forEach(console::complain);
                yield ExitCode.USAGE;
            }
            case ListenException _, FailedException _ -> {
                console.complain(said(e));
                yield ExitCode.FAILED;
            }
            default -> {
                console.complain("this is a defect of llmsim, please report it:");
                e.printStackTrace(console.err());
                console.err().flush();
                yield ExitCode.FAILED;
            }
        };
    }

    private static String said(Exception e) {
        return String.valueOf(e.getMessage());
    }

    private static String unknown(UnmatchedArgumentException e, CommandSpec command) {
        var word = e.getUnmatched().getFirst();
        var what = word.startsWith("-") ? "option" : "argument";
        var meant = NearMiss.of(word.replaceFirst("=.*", ""), names(command))
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
        return "unknown " + what + " '" + word + "'" + meant;
    }

    private static List<String> names(CommandSpec command) {
        var options = command.options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option -> Stream.of(option.names()));
        return Stream.concat(command.subcommands().keySet().stream(), options).toList();
    }
}
