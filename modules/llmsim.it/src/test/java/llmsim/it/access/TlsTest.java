package llmsim.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import llmsim.server.LlmSim;
import llmsim.server.LlmSimBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server over TLS. */
class TlsTest {
    @TempDir
    static Path folder;

    static OwnCertificate elliptic;
    static OwnCertificate rsa;

    @BeforeAll
    static void makeCertificates() throws Exception {
        elliptic = OwnCertificate.make(folder, "EC");
        rsa = OwnCertificate.make(folder, "RSA");
    }

    private static LlmSimBuilder over(OwnCertificate own) {
        return LlmSim.builder()
                .port(0)
                .host("localhost")
                .latency("instant")
                .generator("sequence")
                .tls(own.certificate(), own.privateKey());
    }

    private static HttpClient client(OwnCertificate own) throws Exception {
        return HttpClient.newBuilder().sslContext(own.trusting()).build();
    }

    private static HttpRequest chat(LlmSim llm, String more) {
        var body = "{\"model\":\"gpt-4o\"," + more + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
        return HttpRequest.newBuilder(URI.create(llm.baseUri("openai") + "/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void wholeAnswersAndStreamsComeEncrypted(String algorithm) throws Exception {
        var own = algorithm.equals("EC") ? elliptic : rsa;
        try (var llm = over(own).start();
                var client = client(own)) {
            assertThat(llm.baseUri("openai").getScheme()).isEqualTo("https");
            for (var i = 0; i < 3; i++) {
                assertThat(client.send(chat(llm, ""), HttpResponse.BodyHandlers.ofString())
                                .body())
                        .contains("\"finish_reason\":\"stop\"");
                assertThat(client.send(chat(llm, "\"stream\":true,"), HttpResponse.BodyHandlers.ofLines())
                                .body()
                                .collect(Collectors.joining("\n")))
                        .contains("\"finish_reason\":\"stop\"")
                        .endsWith("data: [DONE]\n");
            }
        }
    }

    @Test
    void aLongPromptAndALongAnswerPass() throws Exception {
        try (var llm = over(elliptic).targetTokens(50_000).start();
                var client = client(elliptic)) {
            var metadata = "\"metadata\":{\"a\":\"" + "x".repeat(500) + "\"},\"user\":\"" + "y".repeat(900_000) + "\",";

            var answer = client.send(chat(llm, metadata), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body().length()).isGreaterThan(90_000);
            assertThat(answer.body().contains("\"completion_tokens\":50000")).isTrue();
        }
    }

    @Test
    void aWebSocketIsEncryptedToo() throws Exception {
        try (var llm = over(elliptic).start();
                var client = client(elliptic)) {
            var uri = URI.create(llm.baseUri("openai").toString().replace("https", "wss") + "/responses");
            var completed = new CompletableFuture<String>();
            var socket = client.newWebSocketBuilder()
                    .buildAsync(uri, new Awaiting(completed))
                    .join();

            socket.sendText("{\"type\":\"response.create\",\"model\":\"gpt-4o\",\"input\":\"Hi\"}", true)
                    .join();

            assertThat(completed.get(60, TimeUnit.SECONDS)).contains("\"status\":\"completed\"");
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
    }

    @Test
    void whoSpeaksPlainHttpGetsNoAnswerAndHarmsNobody() throws Exception {
        try (var llm = over(elliptic).start();
                var client = client(elliptic)) {
            try (var plain = new Socket("localhost", llm.port())) {
                plain.getOutputStream()
                        .write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                plain.getOutputStream().flush();
                assertThat(new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                        .doesNotContain("HTTP/1.1");
            }
            var health = HttpRequest.newBuilder(llm.uri().resolve("/health")).build();
            assertThat(client.send(health, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void wrongFilesStopTheStart() throws Exception {
        var broken = Files.writeString(
                folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        var none = folder.resolve("none.pem");

        assertThatIllegalArgumentException()
                .isThrownBy(LlmSim.builder().tls(elliptic.certificate(), rsa.privateKey())::start)
                .withMessageContaining("server.tls: " + rsa.privateKey() + ": this is not the private key of "
                        + elliptic.certificate());
        assertThatIllegalArgumentException()
                .isThrownBy(LlmSim.builder().tls(none, rsa.privateKey())::start)
                .withMessageContaining(none + ": there is no such file");
        assertThatIllegalArgumentException()
                .isThrownBy(LlmSim.builder().tls(broken, rsa.privateKey())::start)
                .withMessageContaining(broken.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(LlmSim.builder().tls(rsa.certificate(), rsa.certificate())::start)
                .withMessageContaining(rsa.certificate().toString());
        assertThatIllegalArgumentException()
                .isThrownBy(LlmSim.builder()
                        .set("server.tls.certificate", rsa.certificate().toString())::start)
                .withMessageContaining("server.tls.private_key: is missing");
    }

    private record Awaiting(CompletableFuture<String> completed) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            if (text.toString().contains("response.completed")) {
                completed.complete(text.toString());
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            completed.completeExceptionally(failure);
        }
    }
}
