package llmsim.engine.configuration;

import java.util.Optional;

/**
 * What answers say.
 *
 * @param generator the generator by name
 * @param targetTokens visible tokens that answers shall have, where the generator can choose; at least 1
 * @param tools when a tool is called that the request leaves to the model
 */
public record ResponseSettings(GeneratorChoice generator, int targetTokens, ToolUse tools) {
    /** A hundred tokens of placeholder text, and the tools that the request is about. */
    public static final ResponseSettings DEFAULT = new ResponseSettings(GeneratorChoice.of("lorem"), 100, ToolUse.AUTO);

    public ResponseSettings {
        if (targetTokens < 1) {
            throw new IllegalArgumentException("targetTokens must be at least 1, not " + targetTokens);
        }
    }

    /**
     * A generator as users name it: {@code lorem}, or {@code fixed:Hello} with an argument behind the colon.
     *
     * @param argument the text behind the first colon; empty if there is no colon
     */
    public record GeneratorChoice(String name, Optional<String> argument) {
        /** The choice written as {@code NAME} or {@code NAME:ARGUMENT}. */
        public static GeneratorChoice of(String written) {
            var colon = written.indexOf(':');
            return colon < 0
                    ? new GeneratorChoice(written, Optional.empty())
                    : new GeneratorChoice(written.substring(0, colon), Optional.of(written.substring(colon + 1)));
        }

        /** As it is written. */
        public String written() {
            return argument.map(text -> name + ":" + text).orElse(name);
        }
    }
}
