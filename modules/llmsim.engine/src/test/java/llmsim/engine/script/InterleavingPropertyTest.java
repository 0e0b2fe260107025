package llmsim.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import llmsim.api.content.Part;
import llmsim.api.problem.Category;
import llmsim.api.reply.Decision;
import llmsim.api.reply.Reply;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whatever the script and whoever asks when: each turn is given out once a pass, in order, and no id comes twice. */
class InterleavingPropertyTest {
    private static final int CALLERS = 8;

    /** What one request got, in the order in which its caller asked. */
    private record Got(String session, int caller, int turn, long number, List<String> ids, boolean exhausted) {}

    @Property(tries = 300)
    void eachTurnIsGivenOutOnceAPassAndInOrder(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 3) Integer> kinds,
            @ForAll OnExhausted end,
            @ForAll @IntRange(min = 1, max = 40) int requests)
            throws InterruptedException {
        var script = script(kinds, end);

        var got = ask(script, IntStream.range(0, requests).mapToObj(_ -> "").toList());

        check(script, got);
    }

    @Property(tries = 200)
    void sessionsStayApart(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 3) Integer> kinds,
            @ForAll OnExhausted end,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 9) Integer> sessions)
            throws InterruptedException {
        var script = script(kinds, end);

        var got = ask(
                script,
                sessions.stream()
                        .map(session -> session == 0 ? "" : "s" + session)
                        .toList());

        var bySession = new HashMap<String, List<Got>>();
        got.forEach(each -> bySession
                .computeIfAbsent(each.session(), _ -> new ArrayList<>())
                .add(each));
        bySession.values().forEach(mine -> check(script, mine));
        assertThat(got.stream().flatMap(each -> each.ids().stream())).doesNotHaveDuplicates();
    }

    private static void check(Script script, List<Got> got) {
        var turns = script.turns().size();
        var exhausted = script.onExhausted() == OnExhausted.ERROR ? Math.max(0, got.size() - turns) : 0;
        assertThat(got.stream().filter(Got::exhausted)).hasSize(exhausted);
        var given = got.stream().filter(each -> !each.exhausted()).toList();
        assertThat(given.stream().map(Got::number))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, given.size()).mapToObj(Long::valueOf).toList());
        for (var each : given) {
            assertThat(each.turn()).isEqualTo(expected(script, each.number()));
        }
        assertThat(given.stream().flatMap(each -> each.ids().stream())).doesNotHaveDuplicates();
        inOrderForEachCaller(given);
    }

    /** Who asks again after an answer gets a later turn. */
    private static void inOrderForEachCaller(List<Got> given) {
        var last = new HashMap<Integer, Long>();
        for (var each : given) {
            assertThat(each.number()).isGreaterThan(last.getOrDefault(each.caller(), -1L));
            last.put(each.caller(), each.number());
        }
    }

    private static int expected(Script script, long number) {
        var turns = script.turns().size();
        return script.onExhausted() == OnExhausted.LOOP ? (int) (number % turns) : (int) Math.min(number, turns - 1);
    }

    /** Each turn has a call that names it, with the number in its id; some have a text, some a second call. */
    private static Script script(List<Integer> kinds, OnExhausted end) {
        var turns = new ArrayList<Turn>();
        for (var i = 0; i < kinds.size(); i++) {
            var call = ScriptedCall.of("turn" + i, JsonNodeFactory.instance.numberNode(i));
            turns.add(
                    switch (kinds.get(i)) {
                        case 0 -> Turn.toolCalls(call);
                        case 1 -> Turn.toolCalls(call, call);
                        case 2 -> Turn.mixed("text", call);
                        default -> Turn.mixed("text", call, call, call);
                    });
        }
        return new Script(end, turns);
    }

    private static List<Got> ask(Script script, List<String> sessions) throws InterruptedException {
        var source = Requests.playing(script);
        var got = new ConcurrentLinkedQueue<Got>();
        var threads = new ArrayList<Thread>();
        for (var caller = 0; caller < CALLERS; caller++) {
            var mine = caller;
            threads.add(Thread.ofVirtual().start(() -> {
                for (var i = mine; i < sessions.size(); i += CALLERS) {
                    got.add(got(source, sessions.get(i), mine));
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        return List.copyOf(got);
    }

    private static Got got(ScriptSource source, String session, int caller) {
        return switch (Requests.decision(source, Requests.asked(session))) {
            case Reply reply -> {
                var calls = reply.choices().getFirst().parts().stream()
                        .filter(Part.ToolCall.class::isInstance)
                        .map(Part.ToolCall.class::cast)
                        .toList();
                var ids = calls.stream().map(Part.ToolCall::id).toList();
                var pieces = ids.getFirst().split("_", -1);
                yield new Got(
                        session,
                        caller,
                        Integer.parseInt(calls.getFirst().arguments()),
                        Long.parseLong(pieces[pieces.length - 2]),
                        ids,
                        false);
            }
            case Decision.Refuse(var problem) -> {
                assertThat(problem.category()).isEqualTo(Category.SERVER_ERROR);
                yield new Got(session, caller, -1, -1, List.of(), true);
            }
            case Decision other -> throw new AssertionError(other);
        };
    }

    @Property(tries = 200)
    void aScriptOfErrorsAndTextsIsGivenOutAsOftenAsItShould(
            @ForAll @Size(min = 1, max = 5) List<Boolean> errors,
            @ForAll OnExhausted end,
            @ForAll @IntRange(min = 1, max = 30) int requests,
            @ForAll long seed)
            throws InterruptedException {
        var turns = IntStream.range(0, errors.size())
                .mapToObj(i -> errors.get(i)
                        ? Turn.error(new ScriptedError.InvalidRequest("turn" + i))
                        : Turn.assistant("turn" + i))
                .toList();
        var source = Requests.playing(new Script(end, turns));
        var said = Collections.synchronizedList(new ArrayList<String>());
        var threads = IntStream.range(0, requests)
                .mapToObj(_ -> Thread.ofVirtual().unstarted(() -> said.add(Requests.said(source, Requests.asked()))))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        Collections.shuffle(threads, new Random(seed));
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }

        assertThat(counts(said)).isEqualTo(counts(expectedLines(new Script(end, turns), requests)));
    }

    private static List<String> expectedLines(Script script, int requests) {
        var lines = new ArrayList<String>();
        for (var n = 0; n < requests; n++) {
            lines.add(script.next(n)
                    .map(turn -> switch (turn.content()) {
                        case Turn.Assistant(var text) -> text;
                        case Turn.Failure(var error) ->
                            "INVALID_REQUEST: " + error.problem().message();
                        default -> throw new AssertionError(turn);
                    })
                    .orElse("SERVER_ERROR: The script is exhausted: all "
                            + script.turns().size() + " turns were given out"));
        }
        return lines;
    }

    private static Map<String, Integer> counts(List<String> lines) {
        var counts = new HashMap<String, Integer>();
        lines.forEach(line -> counts.merge(line, 1, Integer::sum));
        assertThat(new HashSet<>(lines)).hasSameSizeAs(counts.keySet());
        return counts;
    }
}
