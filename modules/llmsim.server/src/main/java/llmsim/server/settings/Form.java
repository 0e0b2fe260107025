package llmsim.server.settings;

import java.math.BigDecimal;
import java.util.List;
import llmsim.server.document.JsonValues;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kind of JSON that a value is which is written as one text. */
sealed interface Form {
    JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Any text. */
    Form TEXT = new Text(List.of());

    /** A right value, as JSON. */
    JsonNode shown(String text);

    /** A new schema of all right values. */
    ObjectNode schema();

    /** Text; one of the choices, unless they are empty. */
    record Text(List<String> choices) implements Form {
        public Text {
            choices = List.copyOf(choices);
        }

        @Override
        public JsonNode shown(String text) {
            return JSON.stringNode(text);
        }

        @Override
        public ObjectNode schema() {
            var schema = JSON.objectNode().put("type", "string");
            if (!choices.isEmpty()) {
                choices.forEach(schema.putArray("enum")::add);
            }
            return schema;
        }
    }

    /** {@code true} or {@code false}. */
    record Flag() implements Form {
        @Override
        public JsonNode shown(String text) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }

        @Override
        public ObjectNode schema() {
            return JSON.objectNode().put("type", "boolean");
        }
    }

    /** A whole number within bounds, both included. */
    record Whole(long least, long greatest) implements Form {
        @Override
        public JsonNode shown(String text) {
            return JSON.numberNode(Long.parseLong(text));
        }

        @Override
        public ObjectNode schema() {
            var schema = JSON.objectNode().put("type", "integer");
            schema.put("format", "int64");
            if (least > Long.MIN_VALUE) {
                schema.put("minimum", least);
            }
            return greatest < Long.MAX_VALUE ? schema.put("maximum", greatest) : schema;
        }
    }

    /** A number within bounds, both included. */
    record Decimal(double least, double greatest) implements Form {
        @Override
        public JsonNode shown(String text) {
            var json = JsonValues.of(new Raw.Scalar(text, new Origin.Default()), _ -> {});
            return json.isNumber() ? json : JSON.numberNode(Double.parseDouble(text));
        }

        @Override
        public ObjectNode schema() {
            return JSON.objectNode()
                    .put("type", "number")
                    .put("minimum", plain(least))
                    .put("maximum", plain(greatest));
        }

        private static BigDecimal plain(double number) {
            var decimal = BigDecimal.valueOf(number).stripTrailingZeros();
            return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
        }
    }
}
