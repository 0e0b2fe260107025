package llmsim.engine.source;

import llmsim.api.reply.Completion;
import llmsim.engine.source.Source.Asked;

/**
 * Something that a request may demand of what a generator says, such as a tool call or JSON. One that a request does not
 * make costs it nothing. Called by many threads at once.
 */
@FunctionalInterface
public interface Demand {
    /**
     * What meets the demand.
     *
     * @param choice which choice is said, from 0
     * @param said what would be said otherwise
     * @return the same completion if it meets the demand, or if there is none
     */
    Completion meet(Asked asked, int choice, Completion said);
}
