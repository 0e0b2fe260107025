package llmsim.openai;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Bodies of chat requests: valid ones, and values to spoil them with. */
final class BodyArbitraries {
    static final List<String> FIELDS = List.of(
            "\"n\":2",
            "\"stop\":\"x\"",
            "\"stop\":[\"x\",\"y\"]",
            "\"temperature\":0.7",
            "\"top_p\":1",
            "\"seed\":-9223372036854775808",
            "\"logprobs\":true,\"top_logprobs\":3",
            "\"max_completion_tokens\":5",
            "\"stream\":true,\"stream_options\":{\"include_usage\":true}",
            "\"store\":true,\"metadata\":{\"k\":\"v\"}",
            "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"s\",\"schema\":{\"a\":[1,2.50]}}}",
            "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\",\"properties\":{}}}}],\"tool_choice\":\"auto\"",
            "\"functions\":[{\"name\":\"g\"}],\"function_call\":{\"name\":\"g\"}",
            "\"reasoning_effort\":\"high\",\"verbosity\":\"low\"",
            "\"service_tier\":\"flex\",\"user\":\"u\"",
            "\"audio\":{\"voice\":\"a\",\"format\":\"mp3\"},\"modalities\":[\"text\"]");

    private static final List<String> MESSAGES = List.of(
            "{\"role\":\"user\",\"content\":\"json\"}",
            "{\"role\":\"system\",\"content\":\"s\",\"name\":\"n\"}",
            "{\"role\":\"developer\",\"content\":[{\"type\":\"text\",\"text\":\"d\"}]}",
            "{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"u\"}},{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"AA\",\"format\":\"wav\"}},{\"type\":\"file\",\"file\":{\"file_id\":\"f\"}}]}",
            "{\"role\":\"assistant\",\"content\":null,\"refusal\":\"no\"}",
            "{\"role\":\"assistant\",\"function_call\":{\"name\":\"g\",\"arguments\":\"{}\"}}",
            "{\"role\":\"function\",\"name\":\"g\",\"content\":\"1\"}",
            "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]},{\"role\":\"tool\",\"tool_call_id\":\"a\",\"content\":\"1\"}");

    private BodyArbitraries() {}

    static Arbitrary<String> valid() {
        var messages = Arbitraries.of(MESSAGES).list().ofMinSize(1).ofMaxSize(4);
        var fields = Arbitraries.subsetOf(FIELDS.toArray(String[]::new));
        return Combinators.combine(messages, fields).as((said, chosen) -> {
            var all = new ArrayList<>(chosen);
            if (chosen.contains("\"stop\":\"x\"")) {
                all.remove("\"stop\":[\"x\",\"y\"]");
            }
            all.add("\"model\":\"gpt-5\"");
            all.add("\"messages\":[" + String.join(",", said) + "]");
            return "{" + String.join(",", all) + "}";
        });
    }

    /** Any JSON, not deep. */
    static Arbitrary<String> trees() {
        var leaf = Arbitraries.of(
                "null",
                "true",
                "\"\"",
                "\"text\"",
                "\"\\ud800\"",
                "0",
                "-1",
                "1e400",
                "99999999999999999999",
                "0.5",
                "[]",
                "{}");
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"),
                        Combinators.combine(
                                        Arbitraries.of("role", "content", "type", "text", "name", "function", "url"),
                                        inner)
                                .as((name, value) -> "{\"" + name + "\":" + value + "}")),
                0,
                4);
    }
}
