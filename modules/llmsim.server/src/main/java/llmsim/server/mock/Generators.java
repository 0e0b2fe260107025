package llmsim.server.mock;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.api.settings.Settings;
import llmsim.api.settings.SettingsException;
import llmsim.api.spi.ResponseGenerator;
import llmsim.engine.configuration.ResponseSettings.GeneratorChoice;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Origin;
import llmsim.server.plugins.Extension;
import llmsim.server.plugins.Registry;
import llmsim.server.settings.PluginSettings.Named;

/**
 * The generators that mocks may name.
 *
 * @param settings what the configuration says to each of them by name
 * @param targetTokens visible tokens that answers shall have
 */
public record Generators(Registry<ResponseGenerator> registry, Map<String, Named> settings, int targetTokens) {
    public Generators {
        settings = Map.copyOf(settings);
    }

    /** The chosen generator; {@link SettingsException} if there is none, or its text is wrong. */
    public ResponseGenerator choose(GeneratorChoice choice) {
        var wrong = new ArrayList<ConfigurationError>();
        var found = find(choice.written(), new Origin.Place(""), wrong::add);
        if (!wrong.isEmpty()) {
            throw new SettingsException(wrong.getFirst().message());
        }
        return found.orElseThrow();
    }

    /** The generator that is written as {@code NAME} or {@code NAME:TEXT}. */
    Optional<ResponseGenerator> find(String written, Origin origin, Consumer<ConfigurationError> errors) {
        var choice = GeneratorChoice.of(written);
        var own = settings.containsKey(choice.name())
                ? settings.get(choice.name()).settings()
                : Settings.NONE;
        var all = choice.argument()
                .map(text -> own.with(Settings.ARGUMENT, new Settings.Value(text, "")))
                .orElse(own);
        return registry.configured(Map.of(choice.name(), new Named(origin, all)), errors)
                .find(choice.name())
                .map(Extension::instance);
    }
}
