package llmsim.engine.mock;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import llmsim.api.content.Part;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Decision;
import llmsim.api.reply.Reply;
import llmsim.engine.latency.ProfileChoice;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.match.Subject;
import llmsim.engine.script.ScriptedCall;
import llmsim.engine.source.Decided;
import llmsim.engine.source.GeneratorSource;
import llmsim.engine.source.Source.Asked;

/** A mock that answers, and counts how often. Thread-safe. */
final class Answering {
    private final Mock mock;
    private final Optional<ProfileChoice> pace;
    private final AtomicLong answered;
    private final SessionCounts sessions;

    Answering(Mock mock, ProfileTable profiles) {
        this(mock, profiles, new AtomicLong(), new SessionCounts());
    }

    private Answering(Mock mock, ProfileTable profiles, AtomicLong answered, SessionCounts sessions) {
        this.mock = mock;
        this.pace = mock.latency().map(profiles::choose);
        this.answered = answered;
        this.sessions = sessions;
    }

    /** The same with what this one has counted. */
    Answering become(Mock other, ProfileTable profiles) {
        return new Answering(other, profiles, answered, sessions);
    }

    Mock mock() {
        return mock;
    }

    long answered() {
        return answered.get();
    }

    Decided decide(Asked asked, Subject subject) {
        var n = answered.incrementAndGet();
        var response = switch (mock.response()) {
            case Response.One one -> one;
            case Response.Sequence sequence -> sequence.at(sessions.next(subject.session()));
        };
        return new Decided(decision(response, asked, subject, n), pace.map(choice -> choice.forModel(subject.model())));
    }

    private static Decision decision(Response.One response, Asked asked, Subject subject, long n) {
        return switch (response) {
            case Response.Refused(var error) -> new Decision.Refuse(error.problem());
            case Response.Generated(var generator, var targetTokens) ->
                new GeneratorSource(generator, targetTokens).reply(asked);
            case Response.Said said -> reply(said, said.text().filled(subject, n), asked);
        };
    }

    private static Reply reply(Response.Said said, String text, Asked asked) {
        return new Reply(IntStream.range(0, asked.request().choices())
                .mapToObj(_ -> completion(said, text, asked))
                .toList());
    }

    private static Completion completion(Response.Said said, String text, Asked asked) {
        var parts = new ArrayList<Part>();
        if (!text.isEmpty() || said.calls().isEmpty()) {
            parts.add(new Part.Text(text));
        }
        said.calls().forEach(call -> parts.add(call(call, asked)));
        return Completion.of(parts);
    }

    private static Part.ToolCall call(ScriptedCall call, Asked asked) {
        var id = call.id().orElseGet(() -> asked.ids().next(asked.facts().toolCallIds()));
        return call.part(id, asked.request().prompt());
    }
}
