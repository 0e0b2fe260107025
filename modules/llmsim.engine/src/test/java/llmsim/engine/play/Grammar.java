package llmsim.engine.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import llmsim.api.content.Bytes;
import llmsim.api.content.Media;
import llmsim.api.content.Part;
import llmsim.api.reply.Finish;
import llmsim.api.reply.ReplyEvent;

/** Reads events by the grammar of {@link ReplyEvent}, and puts the parts together again from their deltas. */
final class Grammar {
    private final Map<Integer, StringBuilder> words = new TreeMap<>();
    private final Map<Integer, List<Part>> parts = new TreeMap<>();
    private final Map<Integer, Finish> finishes = new TreeMap<>();
    private final Map<Integer, Part> openings = new TreeMap<>();
    private final Map<Integer, StringBuilder> texts = new TreeMap<>();
    private final Map<Integer, StringBuilder> summaries = new TreeMap<>();
    private final Map<Integer, List<Bytes>> bytes = new TreeMap<>();
    private final Map<Integer, Integer> hidden = new TreeMap<>();
    private long tokens;

    private Grammar() {}

    /** Fails if the events are no sentence of the grammar, or the deltas of a part are not the part. */
    static Grammar read(List<ReplyEvent> events) {
        var grammar = new Grammar();
        events.forEach(grammar::hear);
        grammar.words.values().forEach(word -> assertThat(word.toString()).matches("S(P[DR]*E)*F"));
        assertThat(events.getLast()).isInstanceOf(ReplyEvent.Finished.class);
        assertThat(((ReplyEvent.Finished) events.getLast()).usage().completionTokens())
                .isEqualTo(grammar.tokens);
        return grammar;
    }

    /** The parts as they were said, by choice. */
    List<Part> parts(int choice) {
        return parts.getOrDefault(choice, List.of());
    }

    Finish finish(int choice) {
        return finishes.get(choice);
    }

    int choices() {
        return words.size();
    }

    private void hear(ReplyEvent event) {
        switch (event) {
            case ReplyEvent.Started started -> word(started.choice(), 'S');
            case ReplyEvent.PartStarted begun -> open(begun);
            case ReplyEvent.Delta delta -> delta(delta);
            case ReplyEvent.Progress progress -> word(progress.choice(), 'R');
            case ReplyEvent.PartDone done -> close(done);
            case ReplyEvent.ChoiceFinished end -> {
                word(end.choice(), 'F');
                finishes.put(end.choice(), end.finish());
            }
            case ReplyEvent.Finished _ ->
                assertThat(words.values()).allSatisfy(word -> assertThat(word).endsWith("F"));
            case ReplyEvent.Failed _, ReplyEvent.Cancelled _, ReplyEvent.Open _ -> throw new AssertionError(event);
        }
    }

    private void open(ReplyEvent.PartStarted begun) {
        var choice = begun.choice();
        word(choice, 'P');
        assertThat(begun.part()).isEqualTo(parts(choice).size());
        openings.put(choice, begun.opening());
        texts.put(choice, new StringBuilder());
        summaries.put(choice, new StringBuilder());
        bytes.put(choice, new ArrayList<>());
        hidden.put(choice, 0);
    }

    private void delta(ReplyEvent.Delta delta) {
        var choice = delta.choice();
        word(choice, 'D');
        assertThat(delta.part()).isEqualTo(parts(choice).size());
        assertThat(delta.tokens()).isNotNegative();
        tokens += delta.tokens();
        switch (delta) {
            case ReplyEvent.TextDelta text -> texts.get(choice).append(text.text());
            case ReplyEvent.SummaryDelta summary -> summaries.get(choice).append(summary.text());
            case ReplyEvent.HiddenDelta unseen -> hidden.merge(choice, unseen.tokens(), Integer::sum);
            case ReplyEvent.BytesDelta more -> bytes.get(choice).add(more.bytes());
            case ReplyEvent.Snapshot _ -> throw new AssertionError(delta);
        }
    }

    private void close(ReplyEvent.PartDone done) {
        var choice = done.choice();
        word(choice, 'E');
        assertThat(done.part()).isEqualTo(parts(choice).size());
        assertThat(together(choice)).isEqualTo(done.whole());
        parts.computeIfAbsent(choice, _ -> new ArrayList<>()).add(done.whole());
    }

    private Part together(int choice) {
        var text = texts.get(choice).toString();
        return switch (openings.get(choice)) {
            case Part.Text _ -> new Part.Text(text);
            case Part.Refusal _ -> new Part.Refusal(text);
            case Part.ToolCall call -> new Part.ToolCall(call.id(), call.name(), text);
            case Part.Reasoning reasoning ->
                new Part.Reasoning(text, summaries.get(choice).toString(), hidden.get(choice), reasoning.opaque());
            case Part.Audio(var media, var transcript)
            when media instanceof Media.Inline inline ->
                new Part.Audio(new Media.Inline(inline.mediaType(), joined(bytes.get(choice))), transcript);
            case Part part -> part;
        };
    }

    private static Bytes joined(List<Bytes> chunks) {
        var all = chunks.stream().map(Bytes::toBase64).map(Bytes::ofBase64).toList();
        var length = all.stream().mapToInt(Bytes::length).sum();
        var together = new byte[length];
        var at = 0;
        for (var chunk : all) {
            System.arraycopy(chunk.toByteArray(), 0, together, at, chunk.length());
            at += chunk.length();
        }
        return Bytes.owned(together);
    }

    private void word(int choice, char letter) {
        words.computeIfAbsent(choice, _ -> new StringBuilder()).append(letter);
    }

    @Override
    public String toString() {
        return words.values().stream().map(StringBuilder::toString).collect(Collectors.joining(" "));
    }
}
