package llmsim.api.dialect;

/** Where a call names its model, so that it can be told of a call that is wrong in other ways. */
public sealed interface ModelPlace {
    /** It names none. */
    record Nowhere() implements ModelPlace {}

    /** In a field of the JSON object that is its body. */
    record Field(String name) implements ModelPlace {}

    /** In a parameter of its path, written in braces in {@link Endpoint#path}. */
    record PathParameter(String name) implements ModelPlace {}
}
