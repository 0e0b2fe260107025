package llmsim.openresponses.render;

import java.util.List;
import llmsim.api.content.Part;
import llmsim.openresponses.wire.OutputContent.Logprob;
import llmsim.openresponses.wire.OutputItem;
import llmsim.openresponses.wire.ResponseEvent;

/** An item in the making: what it is at its beginning and at its end, and what is told in between. */
sealed interface Growing permits GrowingText, GrowingRefusal, GrowingReasoning, GrowingCall {
    String DONE = "completed";
    String DOING = "in_progress";

    /** Nothing of it is there yet. */
    OutputItem begun();

    /** All of it is there, or all that there will be. */
    OutputItem ended(Part whole, List<Logprob> logprobs, String status);

    /** Tells what follows the item itself. */
    void open(Events events);

    /** The event that brings more of its text; only a message has log probabilities of it. */
    ResponseEvent delta(String text, List<Logprob> logprobs, Object number);

    /** Tells what goes before the end of the item. */
    void close(Part whole, List<Logprob> logprobs, Events events);
}
