package llmsim.terminal.screen;

/** What came of the wish for a terminal. */
public sealed interface Opening {
    /** Here it is. */
    record Opened(Stage stage) implements Opening {}

    /** There is none to draw on. */
    record Refused(String why) implements Opening {}
}
