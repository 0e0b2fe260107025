package llmsim.openai.chat.request;

import java.util.List;
import java.util.Optional;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.openai.chat.wire.ChatCompletionRequest;

/** A rule that a request must keep beside its shape, because it is about several fields. */
@FunctionalInterface
interface RequestRule {
    /** All of them, in the order in which they are looked at. */
    List<RequestRule> ALL = List.of(
            ParameterRules::oneTokenLimit,
            ParameterRules::streamOptionsNeedStream,
            ParameterRules::topLogprobsNeedLogprobs,
            ToolRules::choiceNeedsTools,
            ToolRules::choiceNamesATool,
            ToolRules::parallelNeedsTools,
            ImageRule::onlyUsersSendImages,
            FileRule::filesHaveContent,
            ContentRule::contentIsThere,
            ToolTurnRule::callsAndResultsMatch,
            ParameterRules::jsonIsAskedFor,
            SchemaRules::functionsHaveUsableSchemas,
            SchemaRules::formatHasUsableSchema);

    /** What is wrong, if anything. */
    Optional<InvalidField> check(ChatCompletionRequest request);

    /** Throws the first thing that is wrong. */
    static void checkAll(ChatCompletionRequest request) {
        for (var rule : ALL) {
            rule.check(request).ifPresent(wrong -> {
                throw wrong.asException();
            });
        }
    }
}
