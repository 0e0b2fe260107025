package llmsim.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.api.spi.ProviderAdapter;
import llmsim.engine.Incoming;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.stats.StatisticsSnapshot;
import llmsim.server.InProcess;
import llmsim.server.LlmSim;

/** A simulator that serves one adapter in virtual time, with one seed. */
final class Served implements AutoCloseable {
    private final String provider;
    private final InProcess llm;

    Served(ProviderAdapter adapter) {
        provider = adapter.name();
        llm = LlmSim.builder()
                .adapter(adapter)
                .clock(VirtualClock.automatic())
                .seed(1)
                .targetTokens(30)
                .inProcess();
    }

    StatisticsSnapshot statistics() {
        return llm.statistics();
    }

    Sample.Said whole(Sample sample) {
        return sample.readWhole().apply(good(sample.path(), sample.whole()));
    }

    Sample.Said streamed(Sample sample) {
        return sample.readStreamed().apply(good(sample.path(), sample.streamed()));
    }

    private Answer good(String path, String body) {
        var answer = call(Call.Method.POST, path, HostileBodies.json(Bytes.ofUtf8(body)));
        assertEquals(200, answer.status(), () -> answer.body().toUtf8() + " answers " + body);
        return answer;
    }

    /** Sends something to an endpoint, whatever its path's braces stand for, and expects no defect. */
    void answered(Endpoint endpoint, Body body) {
        answered(endpoint.method(), endpoint.path().replaceAll("\\{\\w+(\\.\\.\\.)?}", "no such thing"), body);
    }

    void answered(String path, Body body) {
        answered(Call.Method.POST, path, body);
    }

    private void answered(Call.Method method, String path, Body body) {
        var answer = call(method, path, body);
        assertTrue(
                answer.status() >= 200 && answer.status() < 500,
                () -> method + " " + path + " answers " + answer.status() + " to " + shown(body));
        assertEquals(0, statistics().serverErrors(), () -> method + " " + path + " has a defect, after " + shown(body));
    }

    private static String shown(Body body) {
        var text = body instanceof Body.Raw(var mediaType, var bytes) ? mediaType + " " + bytes.toUtf8() : "no body";
        return text.substring(0, Math.min(1_000, text.length()));
    }

    private Answer call(Call.Method method, String path, Body body) {
        return llm.simulator().call(provider, new Incoming(method, path, Map.of(), Headers.NONE, body));
    }

    @Override
    public void close() {
        llm.close();
    }
}
