package llmsim.api.reply;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Headers;
import llmsim.api.problem.Problem;

/** What a source decided to do with an admitted request. */
public sealed interface Decision permits Reply, Decision.Refuse, Decision.Raw, Decision.Forward {

    /** Answer with the provider's error. */
    record Refuse(Problem problem) implements Decision {}

    /**
     * Play recorded bytes as they are; no dialect renders them.
     *
     * @param chunks in order, each with its time since the answer began
     */
    record Raw(int status, Headers headers, List<TimedChunk> chunks) implements Decision {
        public Raw {
            chunks = List.copyOf(chunks);
        }
    }

    /** Pass the call on to a real provider. */
    record Forward(URI upstream) implements Decision {}

    /** Bytes that are due some time after the answer began. */
    record TimedChunk(Duration at, Bytes bytes) {}
}
