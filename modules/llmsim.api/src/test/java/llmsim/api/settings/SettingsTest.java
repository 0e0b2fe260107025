package llmsim.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Settings ORDER = Settings.of(Map.of("ordr", new Settings.Value("3", "llmsim.yaml:4:7")));

    @Test
    void knownNamesPass() {
        assertThat(ORDER.only("words", "ordr")).isSameAs(ORDER);
        assertThat(Settings.NONE.only()).isSameAs(Settings.NONE);
    }

    @Test
    void anUnknownNameIsSaidWithItsPlaceTheNearestAndTheChoices() {
        assertThatThrownBy(() -> ORDER.only("words", "order"))
                .isInstanceOfSatisfying(
                        SettingsException.class, e -> assertThat(e.place()).isEqualTo("llmsim.yaml:4:7"))
                .hasMessage("llmsim.yaml:4:7: unknown setting 'ordr'; did you mean 'order'? choices: words, order");
    }

    @Test
    void whereNothingCanBeSetThatIsSaid() {
        assertThatThrownBy(ORDER::only).hasMessage("llmsim.yaml:4:7: unknown setting 'ordr'; there is none to set");
    }

    @Test
    void aTextBehindTheColonIsASettingToo() {
        var settings = Settings.ofArgument("Hi");

        assertThat(settings.only(Settings.ARGUMENT)).isSameAs(settings);
        assertThatThrownBy(settings::only).hasMessage("no text is taken behind the colon, but got 'Hi'");
    }
}
