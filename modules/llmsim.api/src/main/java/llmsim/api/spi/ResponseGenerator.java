package llmsim.api.spi;

import llmsim.api.prompt.Prompt;
import llmsim.api.reply.Completion;
import llmsim.api.settings.Settings;
import llmsim.api.settings.SettingsException;

/**
 * Decides what is said.
 *
 * <p>Called once for each choice, by many threads at once. Draws no randomness but from the context: then equal prompts
 * with equal seeds get equal answers.
 */
public interface ResponseGenerator {
    /** The name by which users choose it: lower case letters, digits and dashes. */
    String name();

    /**
     * The generator with these settings; {@link SettingsException} if they are wrong or unknown. Unless
     * overridden it knows none.
     */
    default ResponseGenerator configured(Settings settings) {
        settings.text(Settings.ARGUMENT).ifPresent(text -> {
            throw new SettingsException("the generator '" + name() + "' takes no text behind a colon, but got '" + text
                    + "'; 'fixed:" + text + "' says that text");
        });
        settings.only();
        return this;
    }

    /** One completion of the prompt. Length limits and stop sequences are applied by the engine. */
    Completion generate(Prompt prompt, GenerationContext context);
}
