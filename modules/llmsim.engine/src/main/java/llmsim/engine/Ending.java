package llmsim.engine;

/** How a connection ends that is broken on purpose. */
public enum Ending {
    /** With a reset (TCP RST): what is on its way may be lost. */
    RESET,
    /** By closing it (TCP FIN): what was sent arrives. */
    CLOSE
}
