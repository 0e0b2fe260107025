package llmsim.engine.script;

import java.util.List;
import java.util.Optional;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.match.Condition;
import llmsim.engine.match.Match;

/**
 * One turn of a script.
 *
 * @param content what is answered
 * @param match what the request must be like; one that is not gets an error, and the turn stays the next one
 * @param latency the pace of this turn; empty for the one that the request has anyway
 * @param fault how this turn's answer is broken; empty for what the request meets anyway
 */
public record Turn(Content content, Match match, Optional<LatencySettings> latency, Optional<StreamFault> fault) {
    public Turn {
        if (latency.filter(LatencySettings.ByModel.class::isInstance).isPresent()) {
            throw new IllegalArgumentException("the pace of a turn is a profile or values of its own");
        }
        if (fault.isPresent() && content instanceof Failure) {
            throw new IllegalArgumentException("a turn that fails has no stream to break");
        }
    }

    /** A turn that says a text. */
    public static Turn assistant(String text) {
        return of(new Assistant(text));
    }

    /** A turn that calls tools and says nothing. */
    public static Turn toolCalls(ScriptedCall... calls) {
        return of(new ToolCalls(List.of(calls)));
    }

    /** A turn that says a text, then calls tools. */
    public static Turn mixed(String text, ScriptedCall... calls) {
        return of(new Mixed(text, List.of(calls)));
    }

    /** A turn that fails. */
    public static Turn error(ScriptedError error) {
        return of(new Failure(error));
    }

    /** A turn for any request, at the usual pace. */
    public static Turn of(Content content) {
        return new Turn(content, Match.ANY, Optional.empty(), Optional.empty());
    }

    /** The same turn for requests that fulfil all of these. */
    public Turn when(Condition... conditions) {
        return new Turn(content, Match.of(conditions), latency, fault);
    }

    /** The same turn at a pace of its own. */
    public Turn at(LatencySettings pace) {
        return new Turn(content, match, Optional.of(pace), fault);
    }

    /** The same turn, whose answer is broken. */
    public Turn broken(StreamFault how) {
        return new Turn(content, match, latency, Optional.of(how));
    }

    /** What a turn answers. */
    public sealed interface Content {}

    /** A text; it finishes by itself. */
    public record Assistant(String text) implements Content {}

    /**
     * Calls of tools without any text.
     *
     * @param calls at least one
     */
    public record ToolCalls(List<ScriptedCall> calls) implements Content {
        public ToolCalls {
            calls = atLeastOne(calls);
        }
    }

    /**
     * A text, then calls of tools.
     *
     * @param calls at least one
     */
    public record Mixed(String text, List<ScriptedCall> calls) implements Content {
        public Mixed {
            calls = atLeastOne(calls);
        }
    }

    /** The provider's error; the turn counts as given out all the same. */
    public record Failure(ScriptedError error) implements Content {}

    private static List<ScriptedCall> atLeastOne(List<ScriptedCall> calls) {
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("a turn with tool calls must have at least one");
        }
        return List.copyOf(calls);
    }
}
