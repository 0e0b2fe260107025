package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpServerTest {
    private HttpServer server;

    @BeforeAll
    void start() {
        server = TestServers.start(FakeEntrance.echoing());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void health() throws Exception {
        try (var client = RawClient.connect(server)) {
            var response = client.get("/health");
            assertThat(response.status()).as(response.body()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("{\"status\":\"ok\",\"service\":\"llmsim\"}");
            assertThat(response.header("content-type")).isEqualTo("application/json");
            assertThat(client.get("/fake/v1/models?a=b+c&a=%C3%A9").body())
                    .contains("\"path\":\"/v1/models\"", "{a=[b c, é]}");
        }
    }
}
