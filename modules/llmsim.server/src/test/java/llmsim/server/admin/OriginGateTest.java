package llmsim.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.engine.Incoming;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pages may call, by Origin and Host. */
class OriginGateTest {
    @ParameterizedTest
    @CsvSource({
        // listens on, token, path, Host, Origin, may call
        "0.0.0.0, false, /llmsim/config, localhost:8080, none, true",
        "0.0.0.0, false, /llmsim/config, llmsim.default.svc:8080, none, true",
        "0.0.0.0, false, /llmsim/config, localhost:8080, http://localhost:8080, true",
        "0.0.0.0, false, /llmsim/config, 192.168.1.7:8080, http://192.168.1.7:8080, true",
        "0.0.0.0, false, /llmsim/config, [::1]:8080, http://[::1]:8080, true",
        "0.0.0.0, false, /llmsim/config, localhost:8080, http://localhost:3000, false",
        "0.0.0.0, false, /llmsim/config, localhost:8080, http://evil.example, false",
        "0.0.0.0, false, /llmsim/config, localhost:8080, null, false",
        "0.0.0.0, false, /llmsim/config, evil.example:8080, http://evil.example:8080, false",
        "0.0.0.0, true, /llmsim/config, sim.example:8080, http://sim.example:8080, true",
        "sim.example, false, /llmsim/config, sim.example:8080, http://sim.example:8080, true",
        "127.0.0.1, false, /llmsim/config, evil.example:8080, none, false",
        "127.0.0.1, false, /llmsim, evil.example:8080, none, false",
        "127.0.0.1, false, /llmsim/config, LOCALHOST:8080, none, true",
        "localhost, false, /llmsim/config, 127.0.0.1:8080, none, true",
        "localhost, true, /llmsim/config, sim.example, none, true",
        "127.0.0.1, false, /metrics, evil.example:8080, http://evil.example, true",
        "127.0.0.1, false, /llmsimulator, evil.example:8080, none, true",
        "127.0.0.1, false, /llmsim/config, [, none, false",
    })
    void whoMayCall(String listens, boolean token, String path, String host, String origin, boolean may) {
        var headers = Headers.builder().add("host", host);
        if (!origin.equals("none")) {
            headers.add("origin", origin);
        }
        var incoming = new Incoming(Call.Method.GET, path, Map.of(), headers.build(), Body.EMPTY);

        assertThat(new OriginGate(listens, token).refusal(incoming).isEmpty()).isEqualTo(may);
    }
}
