package llmsim.api.spi;

import llmsim.api.prompt.Prompt;
import llmsim.api.reply.Completion;
import llmsim.api.settings.Settings;

/**
 * Decides what is said.
 *
 * <p>Called once for each choice, by many threads at once. Draws no randomness but from the context: then equal prompts
 * with equal seeds get equal answers.
 */
public interface ResponseGenerator {
    /** The name by which users choose it: lower case letters, digits and dashes. */
    String name();

    /** The generator with these settings; {@link llmsim.api.settings.SettingsException} if they are wrong. */
    default ResponseGenerator configured(Settings settings) {
        return this;
    }

    /** One completion of the prompt. Length limits and stop sequences are applied by the engine. */
    Completion generate(Prompt prompt, GenerationContext context);
}
