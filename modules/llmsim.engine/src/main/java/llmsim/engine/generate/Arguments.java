package llmsim.engine.generate;

import llmsim.api.settings.Settings;
import llmsim.api.settings.SettingsException;

/** What generators say about the text behind their name's colon. */
final class Arguments {
    private Arguments() {}

    /** Refuses a text for a generator that has no use for one. */
    static void refuse(String generator, Settings settings) {
        settings.text(Settings.ARGUMENT).ifPresent(text -> {
            throw new SettingsException("the generator '" + generator + "' takes no text behind a colon, but got '"
                    + text + "'; 'fixed:" + text + "' says that text");
        });
    }
}
