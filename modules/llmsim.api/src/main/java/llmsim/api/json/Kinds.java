package llmsim.api.json;

import tools.jackson.databind.JsonNode;

/** Whether a value is of the kind that a shape wants, whatever is in it. */
final class Kinds {
    private Kinds() {}

    static boolean match(Shape shape, JsonNode value) {
        return switch (shape) {
            case Shape.Any() -> true;
            case Shape.Bool() -> value.isBoolean();
            case Shape.Text _, Shape.Choice _ -> value.isString();
            case Shape.Whole _ -> value.isIntegralNumber();
            case Shape.Decimal _ -> value.isNumber();
            case Shape.Items _ -> value.isArray();
            case Shape.Fields _, Shape.Entries _, Shape.Variants _ -> value.isObject();
            case Shape.Either(var alternatives) ->
                alternatives.stream().anyMatch(alternative -> match(alternative, value));
            case Shape.Nullable(var inner) -> value.isNull() || match(inner, value);
            case Shape.Called(var inner, var _) -> match(inner, value);
        };
    }
}
