package llmsim.engine.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import llmsim.api.content.Part;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Finish;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.spi.ResponseGenerator;
import llmsim.engine.configuration.ToolUse;
import llmsim.engine.format.FormatDemand;
import llmsim.engine.generate.Fixed;
import llmsim.engine.schema.SchemaMemo;
import llmsim.engine.source.Demand;
import llmsim.engine.source.GeneratorSource;
import llmsim.engine.trial.Rig;

/** What a simulator with the demands of tools says. */
public final class Spoken {
    private final Rig rig;

    private Spoken(Rig rig) {
        this.rig = rig;
    }

    public static Spoken by(ToolUse use) {
        return by(use, new Fixed("said"));
    }

    public static Spoken by(ToolUse use, ResponseGenerator generator) {
        var schemas = new SchemaMemo();
        var demands = List.<Demand>of(new ToolDemand(use, schemas), new FormatDemand(schemas), new ResultDemand());
        return new Spoken(Rig.automatic().sources(new GeneratorSource(generator, 20, demands)));
    }

    public Completion to(Prompt prompt) {
        return to(prompt, UnaryOperator.identity()).getFirst();
    }

    /** Each choice as its events tell it. */
    public List<Completion> to(Prompt prompt, UnaryOperator<SimRequest> more) {
        var request = more.apply(SimRequest.of(prompt));
        var parts = new ArrayList<List<Part>>();
        var finishes = new ArrayList<Finish>();
        for (var choice = 0; choice < request.choices(); choice++) {
            parts.add(new ArrayList<>());
            finishes.add(Finish.STOP);
        }
        rig.simulator().ask(request, event -> {
            switch (event) {
                case ReplyEvent.PartDone done -> parts.get(done.choice()).add(done.whole());
                case ReplyEvent.ChoiceFinished(var choice, var finish) -> finishes.set(choice, finish);
                default -> {}
            }
        });
        var all = new ArrayList<Completion>();
        for (var choice = 0; choice < request.choices(); choice++) {
            all.add(new Completion(parts.get(choice), finishes.get(choice)));
        }
        return all;
    }

    /** Names of the tools that are called. */
    public static List<String> called(Completion completion) {
        return calls(completion).stream().map(Part.ToolCall::name).toList();
    }

    public static List<Part.ToolCall> calls(Completion completion) {
        return completion.parts().stream()
                .filter(Part.ToolCall.class::isInstance)
                .map(Part.ToolCall.class::cast)
                .toList();
    }
}
