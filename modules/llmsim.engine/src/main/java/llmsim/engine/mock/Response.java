package llmsim.engine.mock;

import java.util.List;
import llmsim.api.spi.ResponseGenerator;
import llmsim.engine.script.ScriptedCall;
import llmsim.engine.script.ScriptedError;

/** What a mock answers. Immutable. */
public sealed interface Response {

    /** Says this text. */
    static One text(String text) {
        return new Said(Template.plain(text), List.of());
    }

    /** Calls these tools. */
    static One calls(ScriptedCall... calls) {
        return new Said(Template.plain(""), List.of(calls));
    }

    /** One answer. */
    sealed interface One extends Response {}

    /**
     * A text, then calls of tools; one of them at least.
     *
     * @param text none if it is filled with nothing and there are calls
     */
    record Said(Template text, List<ScriptedCall> calls) implements One {
        public Said {
            calls = List.copyOf(calls);
        }
    }

    /** The provider's error. */
    record Refused(ScriptedError error) implements One {}

    /**
     * What a generator says.
     *
     * @param targetTokens visible tokens it shall have, where the generator can choose
     */
    record Generated(ResponseGenerator generator, int targetTokens) implements One {}

    /**
     * One answer after the other, for each session by itself.
     *
     * @param loop whether to begin again after the last one; otherwise that one is repeated
     */
    record Sequence(List<One> responses, boolean loop) implements Response {
        public Sequence {
            responses = List.copyOf(responses);
            if (responses.isEmpty()) {
                throw new IllegalArgumentException("a sequence has at least one response");
            }
        }

        One at(long index) {
            var last = responses.size() - 1;
            return responses.get((int) (loop ? index % responses.size() : Math.min(index, last)));
        }
    }
}
