package llmsim.api.prompt;

import java.util.List;
import llmsim.api.content.Message;
import llmsim.api.content.Role;

/**
 * All that a model would see, and nothing else: two requests with equal prompts deserve equal answers.
 *
 * <p>The content key of the determinism rules is a digest of this record. Length limits, stop sequences, streaming,
 * log probabilities and user data are not in it, so they never change what is said.
 *
 * @param model the model's name as the client wrote it
 * @param messages the conversation, oldest first, instructions included
 * @param tools tools offered, in the client's order
 * @param parallelToolCalls whether the model may call several tools in one turn
 */
public record Prompt(
        String model,
        List<Message> messages,
        List<Tool> tools,
        ToolChoice toolChoice,
        boolean parallelToolCalls,
        OutputFormat format,
        Sampling sampling,
        ReasoningDemand reasoning) {

    public Prompt {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /** A prompt of messages alone: no tools, plain text, default sampling, default reasoning. */
    public static Prompt of(String model, List<Message> messages) {
        return new Prompt(
                model,
                messages,
                List.of(),
                new ToolChoice.Auto(),
                true,
                new OutputFormat.PlainText(),
                Sampling.DEFAULT,
                ReasoningDemand.DEFAULT);
    }

    /** This prompt with tools offered. */
    public Prompt withTools(List<Tool> offered, ToolChoice choice, boolean parallel) {
        return new Prompt(model, messages, offered, choice, parallel, format, sampling, reasoning);
    }

    /** This prompt with a demand on the form of the answer. */
    public Prompt withFormat(OutputFormat demanded) {
        return new Prompt(model, messages, tools, toolChoice, parallelToolCalls, demanded, sampling, reasoning);
    }

    /** This prompt with other sampling. */
    public Prompt withSampling(Sampling other) {
        return new Prompt(model, messages, tools, toolChoice, parallelToolCalls, format, other, reasoning);
    }

    /** This prompt with a demand on reasoning. */
    public Prompt withReasoning(ReasoningDemand demand) {
        return new Prompt(model, messages, tools, toolChoice, parallelToolCalls, format, sampling, demand);
    }

    /** The text of the last user message that has any; empty if there is none. */
    public String lastUserText() {
        return messages.reversed().stream()
                .filter(message -> message.role() == Role.USER)
                .map(Message::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
