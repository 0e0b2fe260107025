package llmsim.api.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.jackson.JsonNodeDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Teaches Jackson to read and write {@link Field}, and to take {@code null} for no tree rather than for a tree. */
final class FieldModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    FieldModule() {
        super("llmsim.field");
        addSerializer(new Writer());
        addDeserializer(Field.class, new Reader(null));
        addDeserializer(JsonNode.class, new TreeReader());
    }

    private static final class TreeReader extends ValueDeserializer<JsonNode> {
        private final ValueDeserializer<? extends JsonNode> trees =
                JsonNodeDeserializer.getDeserializer(JsonNode.class);

        @Override
        public JsonNode deserialize(JsonParser parser, DeserializationContext context) {
            return trees.deserialize(parser, context);
        }

        @Override
        public @Nullable Object getNullValue(DeserializationContext context) {
            return null;
        }
    }

    private static final class Writer extends ValueSerializer<Field<?>> {
        @Override
        public Class<?> handledType() {
            return Field.class;
        }

        @Override
        public boolean isEmpty(SerializationContext context, Field<?> field) {
            return field instanceof Field.Absent;
        }

        @Override
        public void serialize(Field<?> field, JsonGenerator generator, SerializationContext context) {
            if (field instanceof Field.Value(var value)) {
                context.writeValue(generator, value);
            } else {
                generator.writeNull();
            }
        }
    }

    private static final class Reader extends ValueDeserializer<Field<?>> {
        private final @Nullable JavaType content;

        private Reader(@Nullable JavaType content) {
            this.content = content;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            var field = property == null ? context.getContextualType() : property.getType();
            return new Reader(field.containedTypeOrUnknown(0));
        }

        @Override
        public Field<?> deserialize(JsonParser parser, DeserializationContext context) {
            return Field.of(context.readValue(parser, content));
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return Field.ofNull();
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Field.absent();
        }
    }
}
