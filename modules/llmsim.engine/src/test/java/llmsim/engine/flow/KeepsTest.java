package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.dialect.Operation.Keep;
import llmsim.api.dialect.Operation.Reach;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Rendering;
import llmsim.api.render.Template;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.state.Document;
import llmsim.api.state.PageQuery;
import llmsim.engine.Incoming;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

/** Copies of answers: who can find them, and from when on. */
class KeepsTest {
    private static final Incoming POST = Rig.incoming(Call.Method.POST, "/x", "");

    private final EventLines lines = new EventLines();

    @Test
    void aCopyForEveryoneIsThereWhenTheClientHasTheEnd() {
        var found = new String[1];
        var rig = rig(Reach.EVERYONE);
        rig.call(POST, new Reached(rig.clock).atEnd(() -> found[0] = get(rig)));

        assertThat(found[0]).isEqualTo("kept");
        assertThat(rig.store
                        .list(
                                "trial/answers",
                                new PageQuery(Optional.empty(), 9, PageQuery.Order.NEWEST_FIRST, Map.of("model", "m")))
                        .documents())
                .singleElement()
                .satisfies(document -> assertThat(document.id()).isEqualTo(lines.id()));
    }

    @Test
    void aCopyForTheConnectionIsFoundThereAlone() {
        var rig = rig(Reach.CONNECTION);
        try (var here = rig.simulator().connect("trial");
                var there = rig.simulator().connect("trial")) {
            var reached = new Reached(rig.clock);
            here.handle(POST, reached);
            assertThat(reached.ended()).isTrue();

            var mine = new Reached(rig.clock);
            here.handle(target(), mine);
            assertThat(mine.body()).isEqualTo("kept");
            var other = new Reached(rig.clock);
            there.handle(target(), other);
            assertThat(other.status()).isEqualTo(404);
        }
        assertThat(get(rig)).startsWith("NOT_FOUND");
    }

    @Test
    void overASingleCallACopyForTheConnectionIsForgotten() {
        var rig = rig(Reach.CONNECTION);
        rig.post("/x");

        assertThat(get(rig)).startsWith("NOT_FOUND");
    }

    @Test
    void anAnswerThatItsClientLeftIsNotKept() {
        var rig = rig(Reach.EVERYONE);
        rig.call(POST, new Reached(rig.clock).vanishingAt(1));

        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Cancelled());
        assertThat(get(rig)).startsWith("NOT_FOUND");
    }

    @Test
    void aCopyInSplicedFramesIsADefect() {
        var rendering =
                Rendering.json(_ -> (_, sink) -> sink.spliced(FrameKind.DELTA, Template.of("", Template.MARKER), "x"));
        var keep = new Keep("answers", Map.of(), rendering);
        var rig = rig(keep);

        assertThat(rig.post("/x").status()).isEqualTo(500);
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Defect());
    }

    @Test
    void aQueryMayKeepForItsConnectionToo() {
        var adapter = TrialAdapter.of(
                TrialAdapter.post("/warm", Operation.Query.free(services -> {
                    var document = new Document("d", services.now(), Map.of(), Bytes.ofUtf8("warm"));
                    services.connection().put("answers", document);
                    return Answer.json(Bytes.empty());
                })),
                finding("d"));
        var rig = Rig.automatic(adapter);
        try (var here = rig.simulator().connect("trial")) {
            here.handle(Rig.incoming(Call.Method.POST, "/warm", ""), new Reached(rig.clock));
            var mine = new Reached(rig.clock);
            here.handle(Rig.incoming(Call.Method.GET, "/x/d", ""), mine);

            assertThat(mine.body()).isEqualTo("warm");
        }
        assertThat(rig.get("/x/d").status()).isEqualTo(404);
    }

    private Rig rig(Reach reach) {
        return rig(new Keep("answers", Map.of("model", "m"), Rendering.json(_ -> KeepsTest::atEnd), reach));
    }

    private Rig rig(Keep keep) {
        var generation = new Generation(
                SimRequest.of("gpt-4o", "Hi"), "x_", lines.streamed(), List.of(keep), new Operation.Play.Live());
        return Rig.automatic(TrialAdapter.of(TrialAdapter.post("/x", generation), finding("{id}")));
    }

    private static void atEnd(ReplyEvent event, FrameSink sink) {
        if (event instanceof ReplyEvent.Finished) {
            sink.frame(FrameKind.END, "", "kept".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Endpoint finding(String id) {
        return new Endpoint(
                Call.Method.GET,
                "/x/" + id,
                "found",
                (call, _) -> Operation.Query.free(services -> {
                    var wanted = call.path().substring(3);
                    return services.scope()
                            .find("answers", wanted)
                            .map(document -> Answer.json(document.content()))
                            .orElseThrow(() -> new Problem.NotStored("answer", wanted).asException());
                }));
    }

    private Incoming target() {
        return Rig.incoming(Call.Method.GET, "/x/" + lines.id(), "");
    }

    private String get(Rig rig) {
        return rig.call(target()).body();
    }
}
