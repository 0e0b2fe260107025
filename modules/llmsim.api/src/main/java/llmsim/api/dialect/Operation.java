package llmsim.api.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.Rendering;

/** What a call asks for. Every kind passes the same gates, takes time, and is counted. */
public sealed interface Operation {

    /**
     * A reply of the model.
     *
     * @param idPrefix of the answer's id, such as {@code chatcmpl-}
     * @param rendering how the answer looks
     * @param keeps copies to be stored when the exchange has ended
     * @param play whether the client waits for it
     */
    record Generation(SimRequest request, String idPrefix, Rendering rendering, List<Keep> keeps, Play play)
            implements Operation {
        public Generation {
            keeps = List.copyOf(keeps);
        }

        /** A reply that is played to the client and not kept. */
        public static Generation of(SimRequest request, String idPrefix, Rendering rendering) {
            return new Generation(request, idPrefix, rendering, List.of(), Play.LIVE);
        }
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

    /** Whether a generation is played to its caller. */
    enum Play {
        /** Only to the caller; it ends when the caller goes. */
        LIVE,
        /** To the caller and into a log to which others can attach; it goes on when the caller goes. */
        LOGGED
    }

    /**
     * A copy of an answer to be stored under the answer's id.
     *
     * @param collection where, such as {@code chat.completions}
     * @param labels short texts by which it can be found, such as {@code model}
     * @param rendering how the copy looks; must be {@link llmsim.api.render.Framing#WHOLE}. Each frame that it makes
     *     replaces the one before, so that an answer can be looked up while it is made
     * @param reach who can find it
     */
    record Keep(String collection, Map<String, String> labels, Rendering rendering, Reach reach) {
        public Keep {
            labels = Map.copyOf(labels);
        }

        /** A copy that every later call can find. */
        public Keep(String collection, Map<String, String> labels, Rendering rendering) {
            this(collection, labels, rendering, Reach.EVERYONE);
        }
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
