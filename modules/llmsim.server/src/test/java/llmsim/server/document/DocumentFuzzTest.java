package llmsim.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file holds, reading it ends, with a value or with errors, and throws nothing. */
class DocumentFuzzTest {
    private static final String SAMPLE = """
            on_exhausted: loop
            turns:
              - &a {type: assistant, text: "a \\u00e9 \\ud83d\\ude00"}
              - type: error   # no
                kind: 'rate_limit'
                more: |
                  several
                  lines
                fold: >-
                  folded
                ? complex
                : [1, -2.5e3, ~, *a, {x: y}]
            """;
    private static final String JSON =
            "{\"on_exhausted\": \"loop\", \"turns\": [{\"type\": \"assistant\", \"text\": \"a\\n\\ud83d\\ude00\"}, [1, -2.5e3, null, true]]}";
    private static final String BITS = "{}[]:,-?&*!|>'\"%@`#\\ \n\t~<=0eE.\u0000\u0085\uFEFF\uD800";

    @Property(tries = 2_000)
    void arbitraryBytes(@ForAll byte[] bytes, @ForAll("names") String name) {
        read(name, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Property(tries = 2_000)
    void arbitraryBits(@ForAll @From("bits") String text, @ForAll("names") String name) {
        read(name, text);
    }

    @Property(tries = 4_000)
    void mutatedDocuments(@ForAll long seed, @ForAll("names") String name) {
        var random = new Random(seed);
        var text = new StringBuilder(random.nextBoolean() ? SAMPLE : JSON);
        for (var i = random.nextInt(6); i >= 0; i--) {
            mutate(text, random);
        }
        read(name, text.toString());
    }

    private static void mutate(StringBuilder text, Random random) {
        var at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.deleteCharAt(at).append(' ');
            case 1 -> text.insert(at, BITS.charAt(random.nextInt(BITS.length())));
            case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(30))));
            default -> text.setCharAt(at, BITS.charAt(random.nextInt(BITS.length())));
        }
    }

    private static void read(String name, String text) {
        var errors = new ArrayList<ConfigurationError>();
        var value = Document.parse(name, text, Limits.DATA, errors::add);
        value.ifPresent(
                raw -> assertThat(JsonValues.of(raw, errors::add).toString()).isNotNull());
        errors.forEach(error -> assertThat(error.text()).startsWith(name));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("a.json", "a.yaml", "a");
    }

    @Provide
    Arbitrary<String> bits() {
        return Arbitraries.strings().withChars(BITS.toCharArray()).ofMaxLength(60);
    }
}
