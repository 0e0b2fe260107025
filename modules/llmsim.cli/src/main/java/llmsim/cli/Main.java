package llmsim.cli;

import llmsim.terminal.screen.Terminals;

/** The program {@code llmsim}. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name, and ends the process with its exit code. */
    public static void main(String[] args) {
        var console = Console.ofProcess();
        System.exit(new Program(console, new Signals(), Terminals.ofProcess(console.environment())).run(args));
    }
}
