package llmsim.it.contract;

import java.util.List;
import java.util.stream.Collectors;
import llmsim.api.dialect.Answer;
import llmsim.testkit.contract.Sample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request for a response that sets most of what can be set. */
final class ResponsesSample {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WHOLE = """
            {"model": "gpt-5", "temperature": 0.5, "top_p": 1, "top_logprobs": 2, "max_output_tokens": 25,
             "instructions": "Be kind.", "user": "ann", "metadata": {"a": "b"}, "store": true,
             "text": {"format": {"type": "text"}, "verbosity": "low"}, "include": ["reasoning.encrypted_content"],
             "reasoning": {"effort": "low", "summary": "concise"}, "parallel_tool_calls": true,
             "truncation": "auto", "service_tier": "flex", "prompt_cache_key": "k", "safety_identifier": "s",
             "tools": [{"type": "function", "name": "get_weather", "description": "Weather",
               "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}, "strict": false},
               {"type": "custom", "name": "note"}, {"type": "web_search"}],
             "tool_choice": "none",
             "input": [
               {"role": "user", "content": [{"type": "input_text", "text": "Hi"},
                 {"type": "input_image", "image_url": "https://example.com/a.png", "detail": "low"}]},
               {"type": "reasoning", "id": "rs_1", "summary": [{"type": "summary_text", "text": "hm"}]},
               {"type": "function_call", "call_id": "call_1", "name": "get_weather", "arguments": "{}"},
               {"type": "function_call_output", "call_id": "call_1", "output": "rain"},
               {"type": "hologram", "depth": 3}]}
            """;
    private static final String STREAMED = WHOLE.replaceFirst("\\{", "{\"stream\": true,");

    private ResponsesSample() {}

    static Sample sample() {
        return new Sample("/v1/responses", WHOLE, STREAMED, ResponsesSample::whole, ResponsesSample::streamed);
    }

    private static Sample.Said whole(Answer answer) {
        return said(JSON.readTree(answer.body().toByteArray()));
    }

    /** What the deltas say; the usage is that of the last event. */
    private static Sample.Said streamed(Answer answer) {
        var events = answer.body()
                .toUtf8()
                .lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> JSON.readTree(line.substring("data: ".length())))
                .toList();
        var text = events.stream()
                .filter(event -> event.path("type").asString("").equals("response.output_text.delta"))
                .map(event -> event.get("delta").stringValue())
                .collect(Collectors.joining());
        return new Sample.Said(
                List.of(text),
                usage(events.getLast().get("response"), "input_tokens"),
                usage(events.getLast().get("response"), "output_tokens"));
    }

    private static Sample.Said said(JsonNode response) {
        var text = response.get("output")
                .valueStream()
                .flatMap(item -> item.path("content").valueStream())
                .map(part -> part.get("text").stringValue())
                .collect(Collectors.joining());
        return new Sample.Said(List.of(text), usage(response, "input_tokens"), usage(response, "output_tokens"));
    }

    private static long usage(JsonNode response, String field) {
        return response.at("/usage/" + field).longValue();
    }
}
