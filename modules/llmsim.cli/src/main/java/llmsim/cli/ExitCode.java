package llmsim.cli;

/** How the program ends. */
final class ExitCode {
    /** It did what it was asked. */
    static final int OK = 0;

    /** It could not: a port is taken, a file cannot be read. */
    static final int FAILED = 1;

    /** It was asked wrongly: by a flag, the environment, or the configuration. */
    static final int USAGE = 2;

    private ExitCode() {}
}
