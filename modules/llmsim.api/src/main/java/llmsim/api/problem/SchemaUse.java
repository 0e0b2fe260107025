package llmsim.api.problem;

/** What a JSON Schema of a request is for. */
public sealed interface SchemaUse {
    /** The name that the client gave to the tool or the format. */
    String name();

    /** The same in a few words. */
    String phrase();

    /**
     * The arguments of a tool.
     *
     * @param index of the tool among those that are offered, from 0
     */
    record ToolArguments(int index, String name) implements SchemaUse {
        @Override
        public String phrase() {
            return "the tool '" + name + "'";
        }
    }

    /** The format of the answer. */
    record AnswerFormat(String name) implements SchemaUse {
        @Override
        public String phrase() {
            return "the answer format '" + name + "'";
        }
    }
}
