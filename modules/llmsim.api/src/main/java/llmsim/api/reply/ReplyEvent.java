package llmsim.api.reply;

import java.util.List;
import llmsim.api.content.Bytes;
import llmsim.api.content.Part;
import llmsim.api.problem.Problem;

/**
 * One step of a reply in time. Streamed and whole answers are folds of the same events.
 *
 * <p>Grammar, for each choice: {@code Started (PartStarted (Delta | Progress)* PartDone)* (ChoiceFinished | Failed)};
 * after all choices one {@code Finished}, unless the exchange {@code Failed} or was {@code Cancelled}. Events of
 * different choices interleave. A part's deltas joined are the part of its {@code PartDone}; the tokens of all deltas are
 * the completion tokens of {@code Finished}. A {@code switch} needs a case for {@link Open}.
 */
public sealed interface ReplyEvent {

    /** A choice begins. */
    record Started(int choice) implements ReplyEvent {}

    /**
     * A part begins.
     *
     * @param part index within the choice, from 0
     * @param opening the part without its content: a tool call has its id and name, and no arguments
     */
    record PartStarted(int choice, int part, Part opening) implements ReplyEvent {}

    /** More of a part; what it is more of, the part's kind says. */
    sealed interface Delta extends ReplyEvent {
        /** The choice. */
        int choice();

        /** The part's index within the choice. */
        int part();

        /** Completion tokens that this delta stands for; 0 if they were counted before. */
        int tokens();
    }

    /**
     * More text: of a text, a refusal, a shown reasoning, or the arguments of a tool call.
     *
     * @param text whole code points; empty only when tokens were spent on a code point that was cut off
     * @param logprobs one for each piece of whole code points if asked for, else empty; most pieces are one token
     */
    record TextDelta(int choice, int part, String text, int tokens, List<TokenLogprob> logprobs) implements Delta {}

    /** More of a reasoning summary; its words are not billed, so it has no tokens. */
    record SummaryDelta(int choice, int part, String text) implements Delta {
        @Override
        public int tokens() {
            return 0;
        }
    }

    /** Tokens that take time and count, but of which nothing is seen. */
    record HiddenDelta(int choice, int part, int tokens) implements Delta {}

    /** More bytes of a medium. */
    record BytesDelta(int choice, int part, Bytes bytes, int tokens) implements Delta {}

    /** The whole medium as far as it is known, replacing the snapshot before (partial images). */
    record Snapshot(int choice, int part, int index, Bytes bytes, int tokens) implements Delta {}

    /** Something worth telling while a part is made, such as a search under way; {@code stage} is the provider's word. */
    record Progress(int choice, int part, String stage) implements ReplyEvent {}

    /** A part is complete. */
    record PartDone(int choice, int part, Part whole) implements ReplyEvent {}

    /** A choice is complete. */
    record ChoiceFinished(int choice, Finish finish) implements ReplyEvent {}

    /**
     * The provider gives up in the middle; nothing follows. Only streams hear of it: a whole answer of which nothing was
     * sent becomes a plain error instead.
     */
    record Failed(Problem problem, Usage usage) implements ReplyEvent {}

    /** Somebody called the reply off who is not the client that hears of it; nothing follows. */
    record Cancelled(Usage usage) implements ReplyEvent {}

    /** All choices are complete. */
    record Finished(Usage usage) implements ReplyEvent {}

    /** A step that this version does not know; renderers may ignore it. */
    non-sealed interface Open extends ReplyEvent {
        /** What it is, in a word. */
        String kind();
    }
}
