package llmsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Headers;
import llmsim.api.exchange.Outcome;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
import llmsim.engine.clock.VirtualClock;
import llmsim.server.settings.LogSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RequestLogTest {
    private final Logger logger = Logger.getLogger(RequestLog.NAME);
    private final List<LogRecord> records = Collections.synchronizedList(new ArrayList<>());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @Test
    void everyRequestHasALine() {
        try (var log = RequestLog.start(settings(100, false), VirtualClock.manual())) {
            ask(log, "What is secret?");
        }

        assertThat(lines()).hasSize(1);
        assertThat(lines().getFirst())
                .endsWith("req_1 openai/completions gpt-4o 200 completed, 3+4 tokens, 2.0 ms, ttft 1.0 ms");
    }

    @Test
    void inJsonItHasItsFields() {
        try (var log = RequestLog.start(settings(100, true), VirtualClock.manual())) {
            ask(log, "Say \u001b[2J\"hi\"");
        }
        var json = JsonMapper.shared().readTree(new JsonLog().format(records.getFirst()));

        assertThat(json.propertyNames())
                .containsExactly(
                        "time",
                        "level",
                        "logger",
                        "request",
                        "endpoint",
                        "model",
                        "stream",
                        "status",
                        "outcome",
                        "prompt_tokens",
                        "completion_tokens",
                        "duration_ms",
                        "ttft_ms",
                        "prompt");
        assertThat(json.get("prompt").asString()).isEqualTo("Say \uFFFD[2J\"hi\"");
        assertThat(json.get("completion_tokens").asInt()).isEqualTo(4);
    }

    @Test
    void underLoadTheOthersAreCounted() {
        try (var log = RequestLog.start(settings(5, false), VirtualClock.manual())) {
            for (var i = 0; i < 500; i++) {
                ask(log, "Hi");
            }
        }

        assertThat(lines().stream().filter(line -> line.contains("req_1"))).hasSize(5);
        assertThat(records.stream()
                        .filter(record -> record.getMessage().startsWith("requests without"))
                        .mapToLong(record -> (Long) record.getParameters()[0])
                        .sum())
                .isEqualTo(495);
    }

    @Test
    void itCanBeTurnedOff() {
        try (var log = RequestLog.start(settings(0, false), VirtualClock.manual())) {
            ask(log, "Hi");
        }
        assertThat(records).isEmpty();
    }

    private List<String> lines() {
        return records.stream().map(new HumanLog()::format).map(String::strip).toList();
    }

    private static LogSettings settings(long perSecond, boolean prompts) {
        return new LogSettings(LogSettings.Format.HUMAN, System.Logger.Level.INFO, Map.of(), perSecond, prompts);
    }

    private static void ask(RequestLog log, String text) {
        var exchange = new Exchange("req_1", "openai", "completions", "gpt-4o", true, Caller.ANONYMOUS, 0);
        var body = new Body.Raw("application/json", Bytes.ofUtf8("{}"));
        var call = new Call(
                "req_1",
                Call.Method.POST,
                "/chat",
                Map.of(),
                Map.of(),
                Headers.NONE,
                body,
                Caller.ANONYMOUS,
                0,
                Instant.EPOCH);
        var trace = log.begin(exchange, call, Optional.of(SimRequest.of("gpt-4o", text)));
        trace.admitted();
        trace.began(200, Headers.NONE);
        trace.wrote(0, 1_000_000, 4);
        trace.ended(new Outcome.Done(), Usage.ofPrompt(3).withCompletion(4, 0), 2_000_000);
    }
}
