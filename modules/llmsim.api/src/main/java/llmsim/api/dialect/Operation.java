package llmsim.api.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.api.content.Bytes;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.Opening;
import llmsim.api.render.Rendering;
import llmsim.api.reply.Reply;
import llmsim.api.state.Document;

/** What a call asks for. Every kind passes the same gates, takes time, and is counted. */
public sealed interface Operation {

    /**
     * A reply of the model.
     *
     * @param idPrefix of the answer's id, such as {@code chatcmpl-}
     * @param rendering how the answer looks
     * @param keeps copies to be stored when the exchange has ended
     * @param play whether the client waits for it
     * @param hold what it has to itself as long as it lasts, if anything
     * @param given the reply, where the dialect itself has it; no source is asked then
     * @param ifFailed what is done when the exchange has failed, refused at a gate or later
     */
    record Generation(
            SimRequest request,
            String idPrefix,
            Rendering rendering,
            List<Keep> keeps,
            Play play,
            Optional<Hold> hold,
            Optional<Reply> given,
            Aftermath ifFailed)
            implements Operation {
        public Generation {
            keeps = List.copyOf(keeps);
        }

        /** A reply that a source decides on. */
        public Generation(
                SimRequest request,
                String idPrefix,
                Rendering rendering,
                List<Keep> keeps,
                Play play,
                Optional<Hold> hold) {
            this(request, idPrefix, rendering, keeps, play, hold, Optional.empty(), _ -> {});
        }

        /** A reply that has nothing to itself. */
        public Generation(SimRequest request, String idPrefix, Rendering rendering, List<Keep> keeps, Play play) {
            this(request, idPrefix, rendering, keeps, play, Optional.empty());
        }

        /** A reply that is played to the client and not kept. */
        public static Generation of(SimRequest request, String idPrefix, Rendering rendering) {
            return new Generation(request, idPrefix, rendering, List.of(), new Play.Live());
        }

        /** The same with copies. */
        public Generation keeping(Keep... copies) {
            return new Generation(request, idPrefix, rendering, List.of(copies), play, hold, given, ifFailed);
        }

        /** The same, played otherwise. */
        public Generation played(Play otherwise) {
            return new Generation(request, idPrefix, rendering, keeps, otherwise, hold, given, ifFailed);
        }

        /** The same with this reply. */
        public Generation giving(Reply reply) {
            return new Generation(request, idPrefix, rendering, keeps, play, hold, Optional.of(reply), ifFailed);
        }

        /** The same with something to do when it has failed. */
        public Generation ifFailed(Aftermath then) {
            return new Generation(request, idPrefix, rendering, keeps, play, hold, given, then);
        }
    }

    /** What is done after an exchange. */
    @FunctionalInterface
    interface Aftermath {
        /** Does it. */
        void follow(Services services);
    }

    /** A fact that is looked up, computed or changed, answered whole. */
    record Query(Cost cost, Answering answering) implements Operation {
        /** A query that costs nothing and takes no time. */
        public static Query free(Answering answering) {
            return new Query(Cost.FREE, answering);
        }
    }

    /**
     * Listening to a reply that is being played, or was.
     *
     * @param log the id of the answer that is played
     * @param after the number of the last frame that the client has; -1 for none
     */
    record Attach(String log, long after, Rendering rendering) implements Operation {}

    /**
     * Calling off a reply that is being played into a log, and then a query. If nothing is played under that id, or not
     * any more, it is the query alone.
     *
     * @param log the id of the answer that is played
     * @param then answered when the play is over
     */
    record CallOff(String log, Answering then) implements Operation {}

    /** Whether a generation is played to its caller. */
    sealed interface Play {
        /** Only to the caller; it ends when the caller goes. */
        record Live() implements Play {}

        /** To the caller and into a log to which others can attach; it goes on when the caller goes. */
        record Logged() implements Play {}

        /** Into a log alone; the caller has a receipt as soon as the reply has begun. */
        record Deferred(Receipt receipt) implements Play {}
    }

    /** What a caller is told at once who does not wait for the reply. */
    @FunctionalInterface
    interface Receipt {
        /** The answer, when the reply has begun. */
        Answer of(Opening opening);
    }

    /**
     * Something that one generation at a time has to itself, such as a conversation.
     *
     * @param name what, unique within the provider
     * @param taken what is said to another generation that wants it meanwhile
     */
    record Hold(String name, Problem taken) {}

    /**
     * A copy of an answer to be kept.
     *
     * @param rendering how the copy looks; must be {@link llmsim.api.render.Framing#WHOLE}. Each frame that it makes is
     *     kept at once, so that an answer can be looked up while it is made
     * @param keeping where it goes
     */
    record Keep(Rendering rendering, Keeping keeping) {
        /**
         * A copy that is one document under the answer's id; a later one replaces it.
         *
         * @param collection where, such as {@code chat.completions}
         * @param labels short texts by which it can be found, such as {@code model}
         * @param reach who can find it
         */
        public Keep(String collection, Map<String, String> labels, Rendering rendering, Reach reach) {
            this(rendering, (answer, content, services) -> {
                var scope = switch (reach) {
                    case EVERYONE -> services.scope();
                    case CONNECTION -> services.connection();
                };
                scope.put(collection, new Document(answer.id(), answer.created(), labels, content));
            });
        }

        /** A copy that every later call can find. */
        public Keep(String collection, Map<String, String> labels, Rendering rendering) {
            this(collection, labels, rendering, Reach.EVERYONE);
        }
    }

    /** Puts a copy of an answer where later calls find it. */
    @FunctionalInterface
    interface Keeping {
        /** Stores a copy. */
        void keep(Opening answer, Bytes content, Services services);
    }

    /** Who can find what was kept. */
    enum Reach {
        /** Every later call. */
        EVERYONE,
        /** Later calls over the same connection. */
        CONNECTION
    }

    /** What a query costs: a model and tokens if it has them, and whether it takes a model's time. */
    record Cost(Optional<String> model, long promptTokens, boolean timed) {
        /** Nothing. */
        public static final Cost FREE = new Cost(Optional.empty(), 0, false);
    }

    /** Answers a query. */
    @FunctionalInterface
    interface Answering {
        /** The answer; throws {@link llmsim.api.problem.ProblemException} if there is none. */
        Answer answer(Services services);
    }
}
