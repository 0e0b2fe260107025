package llmsim.it.contract;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import llmsim.api.dialect.Answer;
import llmsim.api.spi.ProviderAdapter;
import llmsim.openai.OpenAiAdapter;
import llmsim.testkit.contract.ProviderAdapterContract;
import llmsim.testkit.contract.Sample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenAiAdapterTest implements ProviderAdapterContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WHOLE = """
            {"model": "gpt-4o", "n": 2, "seed": 5, "temperature": 0.5, "top_p": 1, "logprobs": true, "top_logprobs": 2,
             "max_completion_tokens": 25, "stop": ["never said"], "user": "ann", "metadata": {"a": "b"}, "store": true,
             "presence_penalty": 0.1, "frequency_penalty": -0.1, "logit_bias": {"50256": -100},
             "response_format": {"type": "text"}, "reasoning_effort": "low", "parallel_tool_calls": true,
             "tools": [{"type": "function", "function": {"name": "get_weather", "description": "Weather",
               "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}, "strict": false}}],
             "tool_choice": "none",
             "messages": [
               {"role": "system", "content": "Be kind."},
               {"role": "user", "name": "ann", "content": [{"type": "text", "text": "Hi"},
                 {"type": "image_url", "image_url": {"url": "https://example.com/a.png", "detail": "low"}}]},
               {"role": "assistant", "content": null, "tool_calls": [
                 {"id": "call_1", "type": "function", "function": {"name": "get_weather", "arguments": "{}"}}]},
               {"role": "tool", "tool_call_id": "call_1", "content": "rain"}]}
            """;
    private static final String STREAMED =
            WHOLE.replaceFirst("\\{", "{\"stream\": true, \"stream_options\": {\"include_usage\": true},");

    @Override
    public ProviderAdapter adapter() {
        return new OpenAiAdapter();
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                new Sample(
                        "/v1/chat/completions", WHOLE, STREAMED, OpenAiAdapterTest::whole, OpenAiAdapterTest::streamed),
                ResponsesSample.sample());
    }

    private static Sample.Said whole(Answer answer) {
        var body = JSON.readTree(answer.body().toByteArray());
        var texts = body.get("choices")
                .valueStream()
                .map(choice -> choice.at("/message/content").stringValue())
                .toList();
        return said(texts, body.get("usage"));
    }

    private static Sample.Said streamed(Answer answer) {
        var chunks = answer.body()
                .toUtf8()
                .lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> JSON.readTree(line.substring("data: ".length())))
                .toList();
        var texts = chunks.stream()
                .flatMap(chunk -> chunk.get("choices").valueStream())
                .collect(Collectors.groupingBy(
                        choice -> choice.get("index").intValue(),
                        TreeMap::new,
                        Collectors.mapping(
                                choice -> choice.at("/delta/content").stringValue(""), Collectors.joining())));
        return said(List.copyOf(texts.values()), chunks.getLast().get("usage"));
    }

    private static Sample.Said said(List<String> texts, JsonNode usage) {
        return new Sample.Said(
                texts,
                usage.get("prompt_tokens").longValue(),
                usage.get("completion_tokens").longValue());
    }
}
