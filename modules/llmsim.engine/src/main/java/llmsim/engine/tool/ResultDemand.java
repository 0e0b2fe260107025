package llmsim.engine.tool;

import java.util.ArrayList;
import llmsim.api.content.Part;
import llmsim.api.prompt.OutputFormat;
import llmsim.api.reply.Completion;
import llmsim.engine.source.Demand;
import llmsim.engine.source.Source.Asked;

/**
 * Tells what tools returned, before anything else that is said after them: who reads the answer of an agent's last turn
 * sees what came of its tools. JSON has no room for that. Stateless.
 */
public record ResultDemand() implements Demand {
    @Override
    public Completion meet(Asked asked, int choice, Completion said) {
        var prompt = asked.request().prompt();
        if (!(prompt.format() instanceof OutputFormat.PlainText)
                || OwnCalls.of(said).any()) {
            return said;
        }
        var sentences = Results.sentences(prompt);
        return sentences.isEmpty() ? said : told(sentences, said);
    }

    private static Completion told(String sentences, Completion said) {
        var parts = new ArrayList<Part>();
        var told = false;
        for (var part : said.parts()) {
            if (!told && part instanceof Part.Text(var text)) {
                parts.add(new Part.Text(text.isEmpty() ? sentences : sentences + "\n\n" + text));
                told = true;
            } else {
                parts.add(part);
            }
        }
        return told ? new Completion(parts, said.finish()) : said;
    }
}
