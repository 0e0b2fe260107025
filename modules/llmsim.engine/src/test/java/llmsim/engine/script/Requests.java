package llmsim.engine.script;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import llmsim.api.content.Part;
import llmsim.api.dialect.IdStyle;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.Headers;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Decision;
import llmsim.api.reply.Reply;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.random.Ids;
import llmsim.engine.random.Randomness;
import llmsim.engine.random.RunSeed;
import llmsim.engine.source.Decided;
import llmsim.engine.source.Source.Asked;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;

/** Requests as a script sees them, and what came of them. */
final class Requests {
    static final SimRequest PLAIN = SimRequest.of("gpt-4o", "Hi");
    private static final Randomness RANDOMNESS = new Randomness(RunSeed.of(OptionalLong.of(1)));

    private Requests() {}

    static Asked asked() {
        return asked("");
    }

    static Asked asked(String session) {
        return asked(PLAIN, new Caller("", session, Map.of()));
    }

    static SimRequest offering(List<Tool> tools) {
        return SimRequest.of(PLAIN.prompt().withTools(tools, new ToolChoice.Auto(), true));
    }

    static Asked naming(String script, String session) {
        var overrides = new LinkedHashMap<>(Map.of("script", script));
        return asked(PLAIN, new Caller("", session, overrides));
    }

    static Asked asked(SimRequest request, Caller caller) {
        return asked(request, caller, TrialAdapter.facts(List.of()));
    }

    static Asked withCallIds(String prefix) {
        var usual = TrialAdapter.facts(List.of());
        var facts = new ProviderFacts(
                usual.sdkBasePath(), usual.requestIds(), IdStyle.of(prefix), List.of(), List.of(), false);
        return asked(PLAIN, Caller.ANONYMOUS, facts);
    }

    private static Asked asked(SimRequest request, Caller caller, ProviderFacts facts) {
        var draws = RANDOMNESS.admit(request, caller.session());
        return new Asked(request, call(caller), facts, draws, new Ids(draws.happening("ids", 0)), Rig.encoding());
    }

    private static Call call(Caller caller) {
        return new Call(
                "req_1",
                Call.Method.POST,
                "/v1/chat",
                Map.of(),
                Map.of(),
                Headers.NONE,
                Body.EMPTY,
                caller,
                0,
                Instant.EPOCH);
    }

    static ScriptSource playing(Script script) {
        return playing(Scripts.of(script));
    }

    static ScriptSource playing(Scripts scripts) {
        return new ScriptSource(scripts, ProfileTable.standard());
    }

    static Decision decision(ScriptSource source, Asked asked) {
        var named = asked.call().caller().overrides().get("script");
        var chosen = named == null ? source : source.named(named);
        return chosen.decide(asked).map(Decided::decision).orElseThrow();
    }

    /** What one request gets, in a line: the text, the calls, or the error. */
    static String said(ScriptSource source, Asked asked) {
        return switch (decision(source, asked)) {
            case Reply reply -> line(reply.choices().getFirst());
            case Decision.Refuse(var problem) -> line(problem);
            case Decision other -> throw new AssertionError(other);
        };
    }

    static Problem problem(ScriptSource source, Asked asked) {
        return ((Decision.Refuse) decision(source, asked)).problem();
    }

    private static String line(Completion completion) {
        var line = new StringBuilder();
        completion
                .parts()
                .forEach(part -> line.append(
                        switch (part) {
                            case Part.Text(var text) -> text;
                            case Part.ToolCall(var id, var name, var arguments) ->
                                "[" + id + " " + name + arguments + "]";
                            default -> throw new AssertionError(part);
                        }));
        return line.toString();
    }

    private static String line(Problem problem) {
        return problem.category() + ": " + problem.message();
    }
}
