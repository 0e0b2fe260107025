package llmsim.it.breaks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.script.Script;
import llmsim.engine.script.Turn;
import llmsim.server.LlmSim;
import llmsim.server.LlmSimBuilder;

/** A simulator that breaks each answer in the way that its request names. */
record Faulty(LlmSim llm) implements AutoCloseable {
    static final String TEXT = "One two, drei vier fünf, sechs, 七八 nine ten eleven twelve.";
    private static final String CHAT = "/openai/v1/chat/completions";
    private static final Pattern CHANGING = Pattern.compile(
            "(\"(?:id|item_id)\":\"[a-z]+[-_])[A-Za-z0-9]+|(\"(?:created|created_at|completed_at)\":)[0-9.]+");

    static Faulty with(String... faults) {
        return with(Turn.assistant(TEXT), UnaryOperator.identity(), faults);
    }

    /** The same with an answer of its own, over a server that is set up further. */
    static Faulty with(Turn answer, UnaryOperator<LlmSimBuilder> more, String... faults) {
        var builder = LlmSim.builder()
                .port(0)
                .host("127.0.0.1")
                .seed(1)
                .set("log.level", "off")
                .timeToFirstToken(0, 0)
                .timeBetweenTokens(0, 0)
                .namedScript("none", Script.of(answer));
        for (var fault : faults) {
            builder.namedScript(fault, Script.of(answer.broken(StreamFault.parse(fault))));
        }
        return new Faulty(more.apply(builder).start());
    }

    static String script(String fault) {
        return "X-LLMSim-Script: " + fault;
    }

    /** A streamed chat, byte by byte. */
    Wire.Got chat(String fault) throws Exception {
        return chat(fault, true);
    }

    Wire.Got chat(String fault, boolean stream) throws Exception {
        try (var wire = Wire.to(llm)) {
            return chat(wire, fault, stream);
        }
    }

    static Wire.Got chat(Wire wire, String fault, boolean stream) throws Exception {
        return post(
                wire,
                CHAT,
                "{\"model\":\"gpt-4o\",\"stream\":" + stream
                        + ",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}",
                fault);
    }

    static Wire.Got post(Wire wire, String path, String body, String fault) throws Exception {
        var got = wire.post(path, body, script(fault));
        return new Wire.Got(steady(got.bytes()), got.first(), got.end());
    }

    /** Without what differs from request to request, in the same length. */
    static String steady(String bytes) {
        return CHANGING.matcher(bytes).replaceAll(found -> {
            var kept = found.group(1) != null ? found.group(1) : found.group(2);
            return java.util.regex.Matcher.quoteReplacement(
                    kept + "0".repeat(found.group().length() - kept.length()));
        });
    }

    /** The payloads of the chunks of a whole body. */
    static List<String> chunks(String body) {
        var chunks = new ArrayList<String>();
        var at = 0;
        while (at < body.length()) {
            var line = body.indexOf("\r\n", at);
            var length = Integer.parseInt(body.substring(at, line), 16);
            chunks.add(body.substring(line + 2, line + 2 + length));
            at = line + 2 + length + 2;
        }
        return chunks;
    }

    /** As chunks, without the last one. */
    static String chunked(List<String> payloads) {
        return payloads.stream()
                .map(payload -> Integer.toHexString(payload.length()) + "\r\n" + payload + "\r\n")
                .collect(Collectors.joining());
    }

    static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    Map<String, Long> faults() {
        return llm.statistics().faults();
    }

    @Override
    public void close() {
        llm.close();
    }
}
