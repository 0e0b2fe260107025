package llmsim.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BiFunction;
import java.util.function.Function;
import llmsim.api.settings.Settings;
import llmsim.api.settings.SettingsException;

/** The rules that all kinds have in common: the name, and {@code configured}. */
record Naming<E>(E extension, Function<E, String> name, BiFunction<E, Settings, E> configured) {
    void isWellFormed() {
        var given = name.apply(extension);
        assertNotNull(given, "the name must not be null");
        assertTrue(
                given.matches("[a-z0-9][a-z0-9-]{0,63}"),
                () -> "the name must be 1 to 64 lower case letters, digits and dashes, not '" + given + "'");
        assertEquals(given, name.apply(extension), "the name must be the same each time");
    }

    void settingsAreTakenOrRefused() {
        assertAll(
                () -> takenOrRefused(Settings.NONE),
                () -> takenOrRefused(Settings.ofArgument("some text")),
                () -> takenOrRefused(
                        Settings.NONE.with("no_such_setting", new Settings.Value("surely not", "llmsim.yaml:3:7"))));
    }

    private void takenOrRefused(Settings settings) {
        try {
            var taken = configured.apply(extension, settings);
            assertNotNull(taken, "configured must return an instance");
            assertEquals(name.apply(extension), name.apply(taken), "settings must not change the name");
        } catch (SettingsException refused) {
            assertNotNull(refused.getMessage(), "a refusal must say why");
            assertTrue(!refused.getMessage().isBlank(), "a refusal must say why");
        }
    }
}
