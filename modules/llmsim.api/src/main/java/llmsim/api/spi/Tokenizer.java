package llmsim.api.spi;

import llmsim.api.settings.Settings;
import llmsim.api.token.Encoding;

/** Knows the token vocabularies of models. Called by many threads at once. */
public interface Tokenizer {
    /** The name by which users choose it: lower case letters, digits and dashes. */
    String name();

    /**
     * The tokenizer with these settings; {@link llmsim.api.settings.SettingsException} if they are wrong or unknown. Unless
     * overridden it knows none.
     */
    default Tokenizer configured(Settings settings) {
        settings.only();
        return this;
    }

    /** The vocabulary of a model; case does not matter, and every name has one. Loaded on first use. */
    Encoding encodingFor(String model);
}
