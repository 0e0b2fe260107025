package llmsim.api.time;

/** Why a wait ended. */
public enum Wake {
    /** The moment came. */
    DUE,
    /** Somebody signalled. */
    SIGNALLED,
    /** Somebody cancelled; so will every later wait end. */
    CANCELLED
}
