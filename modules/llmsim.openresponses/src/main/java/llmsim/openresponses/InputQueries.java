package llmsim.openresponses;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import llmsim.api.content.Message;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Cost;
import llmsim.api.dialect.Operation.Query;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Call;
import llmsim.api.json.WireMapper;
import llmsim.api.prompt.Prompt;
import llmsim.api.reply.Usage;
import llmsim.openresponses.facts.ResponsesFacts;
import llmsim.openresponses.render.Usages;
import llmsim.openresponses.request.Compaction;
import llmsim.openresponses.request.CreateRequests;
import llmsim.openresponses.request.Prompts;
import llmsim.openresponses.wire.CompactedResponse;
import llmsim.openresponses.wire.CompactedResponse.CompactionItem;
import llmsim.openresponses.wire.TokenCounts;

/**
 * What can be asked of an input without a response: {@code POST /responses/input_tokens} counts it, and
 * {@code POST /responses/compact} makes it short.
 */
final class InputQueries {
    private static final int LONGEST_SUMMARY = 2_000;

    private final ResponsesFacts facts;

    InputQueries(ResponsesFacts facts) {
        this.facts = facts;
    }

    List<Endpoint> endpoints() {
        var below = facts.basePath() + "/responses/";
        return List.of(
                new Endpoint(Call.Method.POST, below + "input_tokens", "input_tokens", this::count)
                        .naming(CreateRequests.MODEL),
                new Endpoint(Call.Method.POST, below + "compact", "compactions", this::compact)
                        .naming(CreateRequests.MODEL));
    }

    private Operation count(Call call, Services services) {
        var prompt = prompt(call, services);
        var tokens = services.promptTokens(prompt);
        return new Query(
                new Cost(Optional.of(prompt.model()), tokens, false),
                _ -> json(new TokenCounts("response.input_tokens", tokens)));
    }

    private Operation compact(Call call, Services services) {
        var prompt = prompt(call, services);
        var tokens = services.promptTokens(prompt);
        var summary = summary(prompt);
        return new Query(new Cost(Optional.of(prompt.model()), tokens, true), now -> {
            var item = new CompactionItem(now.newId("cmp_"), "compaction", Compaction.seal(summary));
            var written = now.encodingFor(prompt.model()).count(summary);
            var usage = Usages.wire(Usage.ofPrompt(tokens).withCompletion(written, 0));
            return json(new CompactedResponse(
                    now.newId("resp_"),
                    "response.compaction",
                    List.of(item),
                    now.now().getEpochSecond(),
                    usage));
        });
    }

    private Prompt prompt(Call call, Services services) {
        var request = CreateRequests.read(call.body(), facts);
        var items = Conversation.of(request, services).items();
        return Prompts.neutral(request, items, services.models()).prompt();
    }

    /** The end of the conversation says most of it. */
    private static String summary(Prompt prompt) {
        var all = prompt.messages().stream().map(Message::text).collect(Collectors.joining("\n"));
        return all.substring(all.offsetByCodePoints(
                0, Math.max(0, all.codePointCount(0, all.length()) - LONGEST_SUMMARY)));
    }

    private static Answer json(Object document) {
        return Answer.json(WireMapper.snakeCase().bytes(document));
    }
}
