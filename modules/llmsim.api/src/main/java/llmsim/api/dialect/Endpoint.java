package llmsim.api.dialect;

import llmsim.api.exchange.Call;

/**
 * One path of a provider's API.
 *
 * @param path below the adapter's prefix; {@code {name}} stands for one segment, or for the part of one before a colon;
 *     {@code {name...}} at its end for all that is left, slashes too, and after all other paths have been tried
 * @param counter the name under which statistics count it, such as {@code completions}
 */
public record Endpoint(Call.Method method, String path, String counter, Parser parser) {

    /** Reads a call. */
    @FunctionalInterface
    public interface Parser {
        /**
         * What the call asks for; throws {@link llmsim.api.problem.ProblemException} if it is wrong. Reading has no
         * effect but through the operation that it returns.
         */
        Operation parse(Call call, Services services);
    }
}
