package llmsim.engine.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import llmsim.api.exchange.Headers;
import llmsim.api.render.FrameKind;
import llmsim.api.render.Framing;
import llmsim.api.render.Template;
import llmsim.engine.Head;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.trial.Reached;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FramesTest {
    private final VirtualClock clock = VirtualClock.automatic();
    private final Reached reached = new Reached(clock);
    private final List<Integer> tokens = new ArrayList<>();

    @Test
    void serverSentEventsAreOneWriteEachWithLineFeeds() {
        assertThat(framed(Framing.SSE))
                .containsExactly("event: a\ndata: {}\n\n", "data: {\"t\":\"\\\"x\\\"\\n\"}\n\n", "data: [DONE]\n\n");
    }

    @Test
    void anArrayIsClosedAndItsElementsParted() {
        assertThat(framed(Framing.JSON_ARRAY))
                .containsExactly("[{}", ",\r\n{\"t\":\"\\\"x\\\"\\n\"}", ",\r\n[DONE]", "]");
    }

    @Test
    void linesEndAndTheOthersStandAlone() {
        assertThat(framed(Framing.LINES)).containsExactly("{}\n", "{\"t\":\"\\\"x\\\"\\n\"}\n", "[DONE]\n");
        assertThat(new FramesTest().framed(Framing.BYTES)).containsExactly("{}", "{\"t\":\"\\\"x\\\"\\n\"}", "[DONE]");
        assertThat(new FramesTest().framed(Framing.MESSAGES)).hasSize(3);
    }

    @Test
    void anAnswerWithoutFramesIsStillOne() {
        framer(Framing.JSON_ARRAY).end();

        assertThat(reached.body()).isEqualTo("[]");
        assertThat(reached.ended()).isTrue();
    }

    @Test
    void tokensRideOnTheNextFrame() {
        var framer = framer(Framing.LINES);
        framer.carry(2);
        framer.carry(3);
        assertThat(framer.carried()).isEqualTo(5);
        framer.frame(FrameKind.DELTA, "", new byte[0]);
        framer.frame(FrameKind.DELTA, "", new byte[0]);

        assertThat(tokens).containsExactly(5, 0);
        assertThat(framer.begun()).isTrue();
    }

    /** Whatever is said: what a JSON parser reads from a spliced frame is what was said. */
    @Property(tries = 300)
    void splicedTextsAreReadAsTheyWereSaid(@ForAll("texts") String text) {
        var template = Template.of("", "{\"t\":\"" + Template.MARKER + "\"}");
        var buffer = new FrameBuffer().add(template.before()).addEscaped(text).add(template.after());
        var json = new String(buffer.bytes(), 0, buffer.length(), StandardCharsets.UTF_8);

        assertThat(JsonMapper.shared().readTree(json).get("t").asString()).isEqualTo(text);
        assertThat(json).doesNotContain("\n");
    }

    @Provide
    Arbitrary<String> texts() {
        var hard = Arbitraries.of(
                "\"", "\\", "\n", "\r", "\t", "\b", "\f", "\u0001", "\u007f", "é", "€", "👋", "\ud83d", "\udc4b");
        var any = Arbitraries.chars().map(String::valueOf);
        return Arbitraries.oneOf(hard, any, Arbitraries.strings().ofLength(60))
                .list()
                .ofMaxSize(10)
                .map(pieces -> String.join("", pieces));
    }

    private List<String> framed(Framing framing) {
        var framer = framer(framing);
        framer.frame(FrameKind.HEAD, "a", "{}".getBytes(StandardCharsets.UTF_8));
        framer.spliced(FrameKind.DELTA, Template.of("", "{\"t\":\"" + Template.MARKER + "\"}"), "\"x\"\n");
        framer.frame(FrameKind.END, "", "[DONE]".getBytes(StandardCharsets.UTF_8));
        framer.end();
        return reached.texts();
    }

    private Framer framer(Framing framing) {
        return new Framer(
                framing,
                () -> new Head(200, framing, Headers.NONE),
                FrameWriter.to(reached),
                clock::nanoTime,
                (_, _, count) -> tokens.add(count));
    }
}
