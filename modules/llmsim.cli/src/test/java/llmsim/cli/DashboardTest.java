package llmsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import llmsim.server.assembly.Running;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code llmsim serve --tui} and {@code llmsim top}, in this process. */
class DashboardTest {
    private static final String[] SERVE = {"serve", "--tui", "--port", "0"};

    private final AtomicReference<Running> servedOn = new AtomicReference<>();
    private Handler[] handlers = {};

    @BeforeEach
    void keepTheLog() {
        handlers = LogManager.getLogManager().getLogger("").getHandlers();
    }

    @AfterEach
    void giveTheLogBack() {
        var root = LogManager.getLogManager().getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        for (var handler : handlers) {
            root.addHandler(handler);
        }
    }

    @Test
    void qStopsTheServer() {
        var tty = new FakeTty("..q");

        var ran = Ran.on(tty.terminals(), Map.of(), servedOn::set, SERVE);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(servedOn).hasNullValue();
        assertThat(tty.text()).contains("requests", "times, ms", "serving");
        assertThat(tty.raw).isFalse();
    }

    @Test
    void withoutATerminalItSaysSoAndServesOn() {
        var ran = Ran.with(Map.of(), "", servedOn::set, SERVE);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEqualToIgnoringNewLines("llmsim: no dashboard: a test has none; serving on without it");
        assertThat(servedOn).doesNotHaveNullValue();
    }

    @Test
    void whenTheTerminalGoesItServesOn() {
        var ran = Ran.on(new FakeTty(".").terminals(), Map.of(), servedOn::set, SERVE);

        assertThat(ran.err()).isEqualToIgnoringNewLines("llmsim: the dashboard is gone; serving on without it");
        assertThat(servedOn).doesNotHaveNullValue();
    }

    @Test
    void aDefectOfTheDashboardDoesNotStopTheServer() {
        var tty = new FakeTty("..");
        tty.pressing = () -> {
            throw new IllegalStateException("a defect");
        };

        var ran = Ran.on(tty.terminals(), Map.of(), servedOn::set, SERVE);

        assertThat(ran.err())
                .contains("error    The dashboard has a defect", "IllegalStateException: a defect", "serving on");
        assertThat(servedOn).doesNotHaveNullValue();
        assertThat(tty.raw).isFalse();
        assertThat(tty.written).endsWith("\u001b[?1049l");
    }

    @Test
    void theLogIsInItsPaneAndWarningsComeAfterwards() {
        var tty = new FakeTty("..q");
        tty.pressing = () -> Logger.getLogger("llmsim.test").warning("be careful");

        var ran = Ran.on(tty.terminals(), Map.of(), servedOn::set, SERVE);

        assertThat(tty.text()).contains("be careful");
        assertThat(ran.err().lines()).hasSize(3).allMatch(line -> line.endsWith("warning  be careful"));
    }

    @Test
    void topShowsAnotherServer() {
        var tty = new FakeTty("..q");
        var top = new AtomicReference<Ran>();

        Ran.with(
                Map.of("LLMSIM_SERVER_ADMIN_TOKEN", "a-token-of-16-letters"),
                "",
                running -> top.set(Ran.on(
                        tty.terminals(),
                        Map.of("LLMSIM_SERVER_ADMIN_TOKEN", "a-token-of-16-letters"),
                        _ -> {},
                        "top",
                        "--url",
                        running.uri().toString())),
                "serve",
                "--port",
                "0");

        assertThat(top.get()).isEqualTo(new Ran(0, "", ""));
        assertThat(tty.text()).contains("llmsim top", "requests");
        assertThat(tty.raw).isFalse();
    }

    @Test
    void topWithoutItsTokenIsOneLine() {
        var top = new AtomicReference<Ran>();

        Ran.with(
                Map.of("LLMSIM_SERVER_ADMIN_TOKEN", "a-token-of-16-letters"),
                "",
                running -> top.set(Ran.of("top", "--url", running.uri().toString())),
                "serve",
                "--port",
                "0");

        assertThat(top.get().exitCode()).isEqualTo(1);
        assertThat(top.get().err().lines())
                .singleElement()
                .asString()
                .endsWith(" wants its administration token (--token)");
    }

    @Test
    void aServerThatNeverAnsweredIsOneLine() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        var ran = Ran.of("top", "--url", "http://127.0.0.1:" + port);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .singleElement()
                .asString()
                .startsWith("llmsim: http://127.0.0.1:" + port + " cannot be reached");
    }

    @Test
    void topNeedsATerminal() {
        var top = new AtomicReference<Ran>();

        Ran.with(
                Map.of(),
                "",
                running -> top.set(Ran.of("top", "--url", running.uri().toString())),
                "serve",
                "--port",
                "0");

        assertThat(top.get())
                .isEqualTo(new Ran(1, "", "llmsim: no dashboard: a test has none" + System.lineSeparator()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a", "http://a/b", "http://u:p@a", "http:", "nonsense", "http://a b"})
    void anAddressIsAServers(String url) {
        var ran = Ran.of("top", "--url", url);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("llmsim: --url must be like http://localhost:8080, not '" + url + "'");
    }
}
