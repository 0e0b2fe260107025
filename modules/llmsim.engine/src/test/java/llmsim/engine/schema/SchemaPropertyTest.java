package llmsim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import tools.jackson.databind.JsonNode;

/** For random schemas: what is made validates, ends, and is the same for the same draws. */
class SchemaPropertyTest {
    private static final Hints HINTS = Hints.of("Mail bob@example.org about 3 tickets from Bonn to Rome on 2026-02-03");

    @Provide
    Arbitrary<JsonNode> documents() {
        return RandomSchemas.documents();
    }

    @Property(tries = 400)
    void valuesValidateAndAreTheSameForTheSameSeed(@ForAll("documents") JsonNode document, @ForAll long seed) {
        var schema = usable(document);
        Statistics.label("usable").collect(schema.isPresent());
        schema.ifPresent(usable -> {
            for (var hints : new Hints[] {Hints.NONE, HINTS}) {
                var value = usable.value(new SplittableRandom(seed), hints);
                Judge.requireValid(document, value);
                assertThat(Schema.read(document).value(new SplittableRandom(seed), hints))
                        .isEqualTo(value);
                assertThat(value.toString().length()).isLessThan(40_000);
            }
        });
    }

    private static Optional<Schema> usable(JsonNode document) {
        try {
            return Optional.of(Schema.read(document));
        } catch (UnusableSchemaException unusable) {
            Statistics.label("reasons").collect(unusable.reason().replaceAll("'[^']*'|\\d+", "…"));
            return Optional.empty();
        }
    }
}
