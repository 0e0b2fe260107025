package llmsim.engine.generate;

import llmsim.api.prompt.Prompt;
import llmsim.api.reply.Completion;
import llmsim.api.settings.Settings;
import llmsim.api.settings.SettingsException;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.ResponseGenerator;

/** {@code fixed:TEXT}: always says that text, whatever the target. Thread-safe. */
public final class Fixed implements ResponseGenerator {
    private final Completion completion;

    /** A generator that says nothing, to be {@link #configured}. */
    public Fixed() {
        this("");
    }

    /** A generator that says this text. */
    public Fixed(String text) {
        completion = Completion.text(text);
    }

    @Override
    public String name() {
        return "fixed";
    }

    @Override
    public ResponseGenerator configured(Settings settings) {
        return settings.only(Settings.ARGUMENT)
                .text(Settings.ARGUMENT)
                .filter(text -> !text.isEmpty())
                .map(Fixed::new)
                .orElseThrow(() -> new SettingsException(
                        "the generator 'fixed' needs the text that it says behind a colon, such as 'fixed:Hello!'"));
    }

    @Override
    public Completion generate(Prompt prompt, GenerationContext context) {
        return completion;
    }
}
