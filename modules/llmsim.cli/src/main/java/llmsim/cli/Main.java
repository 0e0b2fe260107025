package llmsim.cli;

/** The program {@code llmsim}. */
public final class Main {
    private Main() {}

    /** Prints the version of this build. */
    public static void main(String[] args) {
        var descriptor = Main.class.getModule().getDescriptor();
        System.out.println(
                "llmsim " + (descriptor == null ? "" : descriptor.rawVersion().orElse("")));
    }
}
