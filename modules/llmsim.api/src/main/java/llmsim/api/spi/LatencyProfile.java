package llmsim.api.spi;

import llmsim.api.settings.Settings;

/** Decides when things are said. Called by many threads at once. */
public interface LatencyProfile {
    /** The name by which users choose it: lower case letters, digits and dashes. */
    String name();

    /**
     * The profile with these settings; {@link llmsim.api.settings.SettingsException} if they are wrong or unknown. Unless
     * overridden it knows none.
     */
    default LatencyProfile configured(Settings settings) {
        settings.only();
        return this;
    }

    /** The pace of one choice. */
    Pacing pace(PacingContext context);
}
