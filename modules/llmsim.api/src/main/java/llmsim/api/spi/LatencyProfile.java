package llmsim.api.spi;

import llmsim.api.settings.Settings;

/** Decides when things are said. Called by many threads at once. */
public interface LatencyProfile {
    /** The name by which users choose it: lower case letters, digits and dashes. */
    String name();

    /** The profile with these settings; {@link llmsim.api.settings.SettingsException} if they are wrong. */
    default LatencyProfile configured(Settings settings) {
        return this;
    }

    /** The pace of one choice. */
    Pacing pace(PacingContext context);
}
