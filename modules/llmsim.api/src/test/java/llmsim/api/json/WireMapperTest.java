package llmsim.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import llmsim.api.content.Bytes;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WireMapperTest {
    private static final WireMapper SNAKE = WireMapper.snakeCase();
    private static final JsonReader READER = JsonReader.within(JsonLimits.DEFAULT);

    record Inner(int zeta, String alpha) {}

    record Outer(
            Field<String> firstField,
            Field<List<Inner>> secondField,
            @Nullable String plain) {
        public String getNoise() {
            return "never written";
        }
    }

    @Test
    void keepsAbsentAndNullApart() {
        assertThat(SNAKE.text(new Outer(Field.absent(), Field.ofNull(), null)))
                .isEqualTo("{\"second_field\":null,\"plain\":null}");
        assertThat(read("{\"second_field\":null}")).isEqualTo(new Outer(Field.absent(), Field.ofNull(), null));
    }

    record Open(@Nullable JsonNode tree, List<JsonNode> trees) {}

    @Test
    void anAbsentTreeAndANullOneAreBothNone() {
        var none = new Open(null, List.of());
        assertThat(SNAKE.read(tree("{\"trees\":[]}"), Open.class)).isEqualTo(none);
        assertThat(SNAKE.read(tree("{\"tree\":null,\"trees\":[]}"), Open.class)).isEqualTo(none);
        var some = SNAKE.read(tree("{\"tree\":{\"a\":[null,1.50]},\"trees\":[1]}"), Open.class);
        assertThat(SNAKE.text(some)).isEqualTo("{\"tree\":{\"a\":[null,1.50]},\"trees\":[1]}");
    }

    @Test
    void writesComponentsInTheirOrder() {
        var value = new Outer(Field.of("x"), Field.of(List.of(new Inner(1, "a"))), "p");
        assertThat(SNAKE.text(value))
                .isEqualTo("{\"first_field\":\"x\",\"second_field\":[{\"zeta\":1,\"alpha\":\"a\"}],\"plain\":\"p\"}");
        assertThat(WireMapper.camelCase().text(value)).startsWith("{\"firstField\":\"x\"");
    }

    @Test
    void fieldsAreMadeFromOptionals() {
        assertThat(Field.orNull(Optional.empty())).isEqualTo(Field.ofNull());
        assertThat(Field.orAbsent(Optional.empty())).isEqualTo(Field.absent());
        assertThat(Field.orNull(Optional.of(1))).isEqualTo(Field.orAbsent(Optional.of(1)));
        assertThat(Field.of(1).toOptional()).contains(1);
        assertThat(Field.ofNull().toOptional()).isEmpty();
    }

    @Property
    void whatWasWrittenIsRead(@ForAll("values") Outer value) {
        assertThat(read(SNAKE.text(value))).isEqualTo(value);
        assertThat(SNAKE.bytes(value).toUtf8()).isEqualTo(SNAKE.text(value));
    }

    @Provide
    static Arbitrary<Outer> values() {
        var text = Arbitraries.strings().alpha().ofMaxLength(5);
        var inner = Combinators.combine(Arbitraries.integers(), text)
                .as(Inner::new)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(field(text), field(inner), text.injectNull(0.3))
                .as(Outer::new);
    }

    private static <T> Arbitrary<Field<T>> field(Arbitrary<T> value) {
        return Arbitraries.oneOf(
                value.map(Field::of), Arbitraries.create(Field::<T>absent), Arbitraries.create(Field::<T>ofNull));
    }

    private static Outer read(String json) {
        return SNAKE.read(tree(json), Outer.class);
    }

    private static JsonNode tree(String json) {
        return READER.read(Bytes.ofUtf8(json));
    }
}
