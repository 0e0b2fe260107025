package llmsim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HintsTest {
    @Test
    void findsWhatValuesCanBorrow() {
        var hints = Hints.of(
                "Please book for Ada Lovelace a flight from New York to Rome on 2026-12-24, 2 adults, "
                        + "mail ada@example.org, see https://example.com/a?b=1. Call it \"winter trip\"; max price: 99.50 euros");

        assertThat(hints.emails()).containsExactly("ada@example.org");
        assertThat(hints.urls()).containsExactly("https://example.com/a?b=1");
        assertThat(hints.dates()).containsExactly("2026-12-24");
        assertThat(hints.quotes()).containsExactly("winter trip");
        assertThat(hints.places()).contains("New York", "Rome");
        assertThat(hints.quantities())
                .containsExactly(new Hints.Quantity("2", "", "adult"), new Hints.Quantity("99.50", "price", "euro"));
    }

    @Test
    void beginningsOfSentencesAreNoNames() {
        var hints = Hints.of("What did Grace Hopper say? Tell me.");

        assertThat(hints.names()).containsExactly("Grace Hopper");
        assertThat(hints.places()).isEmpty();
    }

    @Test
    void abbreviationsAndDaysAreNoNames() {
        var hints = Hints.of("Answer in JSON on Monday, as HTML or by the API, for Bob in March");

        assertThat(hints.places()).containsExactly("Bob");
        assertThat(hints.names()).containsExactly("Bob");
    }

    @Test
    void agesAreToldInTheirOwnWay() {
        assertThat(Hints.of("Bob is 52 years old").quantities()).contains(new Hints.Quantity("52", "age", ""));
        assertThat(Hints.of("a 7-year-old").quantities()).containsExactly(new Hints.Quantity("7", "age", ""));
        assertThat(Hints.of("Ann, aged 30,").quantities()).contains(new Hints.Quantity("30", "age", ""));
        assertThat(Hints.of("for 3 years").quantities()).containsExactly(new Hints.Quantity("3", "for", "year"));
    }

    @Test
    void aBlankTextHasNone() {
        assertThat(Hints.of(" \n")).isEqualTo(Hints.NONE);
    }

    @Test
    void aLongTextIsCutBetweenWords() {
        assertThat(Hints.of("word ".repeat(100_000)).text())
                .hasSizeLessThanOrEqualTo(120)
                .endsWith("word");
    }

    @Property(tries = 300)
    void anyTextCanBeRead(@ForAll String text) {
        assertThat(Hints.of(text).text().length()).isLessThanOrEqualTo(120);
    }

    @Test
    @Timeout(10)
    void evilTextsAreReadQuickly() {
        for (var piece : new String[] {"a@", "A b ", "Aa ", "1.", "https://", "'", "in Aaaa ", "a.", "-", "1 "}) {
            assertThat(Hints.of(piece.repeat(200_000)).text()).isNotNull();
        }
    }
}
