package llmsim.terminal.shown;

/**
 * What a dashboard is about.
 *
 * @param program name and version
 * @param address of the server
 */
public record Title(String program, String address) {}
