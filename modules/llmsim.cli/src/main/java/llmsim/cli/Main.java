package llmsim.cli;

/** The program {@code llmsim}. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name, and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new Program(Console.ofProcess(), new Signals()).run(args));
    }
}
