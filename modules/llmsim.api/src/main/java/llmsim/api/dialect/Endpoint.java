package llmsim.api.dialect;

import java.util.Optional;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;

/**
 * One path of a provider's API.
 *
 * @param path below the adapter's prefix; {@code {name}} stands for one segment, or for the part of one before a colon;
 *     {@code {name...}} at its end for all that is left, slashes too, and after all other paths have been tried
 * @param counter the name under which statistics count it, such as {@code completions}
 * @param explainer says problems with its calls, where it has words of its own; else the adapter does
 * @param modelPlace where its calls name their model; answers to those that cannot be read tell limits by it
 */
public record Endpoint(
        Call.Method method,
        String path,
        String counter,
        Parser parser,
        Optional<Explainer> explainer,
        ModelPlace modelPlace) {

    /** An endpoint with the adapter's words, whose calls name no model but by what they ask for. */
    public Endpoint(Call.Method method, String path, String counter, Parser parser) {
        this(method, path, counter, parser, Optional.empty(), new ModelPlace.Nowhere());
    }

    /** The same with words of its own. */
    public Endpoint explainedBy(Explainer words) {
        return new Endpoint(method, path, counter, parser, Optional.of(words), modelPlace);
    }

    /** The same, where calls name their model here. */
    public Endpoint naming(ModelPlace place) {
        return new Endpoint(method, path, counter, parser, explainer, place);
    }

    /** Reads a call. */
    @FunctionalInterface
    public interface Parser {
        /**
         * What the call asks for; throws {@link llmsim.api.problem.ProblemException} if it is wrong. Reading has no
         * effect but through the operation that it returns.
         */
        Operation parse(Call call, Services services);
    }

    /** Says problems. */
    @FunctionalInterface
    public interface Explainer {
        /** A problem as the answer to a call. */
        Answer explain(Problem problem, Call call);
    }
}
