package llmsim.engine.configuration;

/** Error rates by name. */
public enum ErrorPreset {
    /** No request fails. */
    NONE,
    /** A bad day: of a hundred requests 23 fail. */
    CHAOS,
    /** Every other request is one too many. */
    RATE_LIMITED;

    /** What it stands for. */
    public ErrorSettings settings() {
        return switch (this) {
            case NONE -> ErrorSettings.NONE;
            case CHAOS -> ErrorSettings.CHAOS;
            case RATE_LIMITED -> ErrorSettings.RATE_LIMITED;
        };
    }
}
