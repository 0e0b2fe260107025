package llmsim.terminal.history;

/** Requests and completion tokens a second. */
public record Pace(double requests, double tokens) {
    /** Nothing happens. */
    public static final Pace NONE = new Pace(0, 0);
}
