package llmsim.engine.override;

import llmsim.api.settings.SettingsException;
import llmsim.api.spi.ResponseGenerator;
import llmsim.engine.configuration.ResponseSettings.GeneratorChoice;
import llmsim.engine.latency.ProfileTable;

/**
 * Whether clients may want something for one request alone, and what they can choose from.
 *
 * @param allowed whether {@code X-LLMSim-*} headers are read at all
 * @param profiles the latency profiles by name
 * @param generators the generators by name
 */
public record Overriding(boolean allowed, ProfileTable profiles, Generators generators) {

    /** Clients may want nothing: such headers are not read. */
    public static final Overriding OFF = new Overriding(false, ProfileTable.standard(), choice -> {
        throw new SettingsException("there is no generator '" + choice.name() + "'");
    });

    /** Finds generators. Called by many threads at once. */
    @FunctionalInterface
    public interface Generators {
        /** The generator; {@link SettingsException} with the choices if there is none. */
        ResponseGenerator choose(GeneratorChoice choice);
    }
}
