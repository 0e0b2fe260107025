package llmsim.engine.play;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.prompt.Attribution;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.FrameKind;
import llmsim.api.render.Framing;
import llmsim.api.render.Rendering;
import llmsim.api.reply.Reply;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.Usage;
import llmsim.api.spi.LatencyProfile;
import llmsim.engine.trial.Journal;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;

/** A reply that was played through a whole simulator, each event with its time in nanoseconds. */
record Played(List<At> heard, Journal.Entry exchange, Reached reached) {
    record At(long nanos, ReplyEvent event) {}

    /** How to play it. */
    record Way(
            OutputLimits limits,
            LatencyProfile profile,
            boolean stream,
            boolean reasoningTakesTime,
            OptionalInt logprobs) {
        static Way streamed(LatencyProfile profile) {
            return new Way(OutputLimits.NONE, profile, true, false, OptionalInt.empty());
        }

        Way within(OutputLimits other) {
            return new Way(other, profile, stream, reasoningTakesTime, logprobs);
        }

        Way whole() {
            return new Way(limits, profile, false, reasoningTakesTime, logprobs);
        }

        Way thinking() {
            return new Way(limits, profile, stream, true, logprobs);
        }

        Way withLogprobs(int top) {
            return new Way(limits, profile, stream, reasoningTakesTime, OptionalInt.of(top));
        }
    }

    static Played of(Reply reply, Way way) {
        var heard = new ArrayList<At>();
        var request = new SimRequest(
                SimRequest.of("gpt-4o", "Hi").prompt(),
                way.limits(),
                reply.choices().size(),
                way.logprobs(),
                way.stream(),
                Attribution.NONE);
        var rig = new Rig[1];
        var rendering = new Rendering(
                way.stream() ? Framing.LINES : Framing.WHOLE,
                "text/plain",
                Rendering.Start.WITH_FIRST_DELTA,
                _ -> (event, sink) -> {
                    heard.add(new At(rig[0].clock.nanoTime(), event));
                    if (way.stream() || event instanceof ReplyEvent.Finished) {
                        sink.frame(FrameKind.DELTA, "", event.toString().getBytes(StandardCharsets.UTF_8));
                    }
                });
        rig[0] = Rig.automatic(TrialAdapter.of(TrialAdapter.post("/x", Generation.of(request, "a_", rendering))))
                .reply(reply)
                .profile(way.profile());
        if (way.reasoningTakesTime()) {
            rig[0].reasoningTakesTime();
        }
        var reached = rig[0].post("/x");
        return new Played(heard, rig[0].journal.only(), reached);
    }

    List<ReplyEvent> events() {
        return heard.stream().map(At::event).toList();
    }

    <T extends ReplyEvent> List<T> events(Class<T> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Usage usage() {
        return events(ReplyEvent.Finished.class).getFirst().usage();
    }
}
