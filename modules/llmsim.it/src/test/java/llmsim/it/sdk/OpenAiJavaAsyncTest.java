package llmsim.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.okhttp.OpenAIOkHttpClientAsync;
import com.openai.errors.BadRequestException;
import com.openai.helpers.ChatCompletionAccumulator;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import llmsim.server.LlmSim;
import llmsim.testkit.BaseUri;
import llmsim.testkit.LlmSimTest;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

@LlmSimTest
class OpenAiJavaAsyncTest {
    @Test
    void createsAndStreams(@BaseUri("openai") String base, LlmSim llm) throws Exception {
        var client = OpenAIOkHttpClientAsync.builder()
                .baseUrl(base)
                .apiKey("sk-nobody-checks")
                .responseValidation(true)
                .build();
        try {
            var many = IntStream.range(0, 20)
                    .mapToObj(_ ->
                            client.chat().completions().create(Clients.hello().build()))
                    .toList();
            for (var one : many) {
                assertThat(one.get(60, TimeUnit.SECONDS).choices()).hasSize(1);
            }
            var accumulator = ChatCompletionAccumulator.create();
            client.chat()
                    .completions()
                    .createStreaming(Clients.hello().build())
                    .subscribe(accumulator::accumulate)
                    .onCompleteFuture()
                    .get(60, TimeUnit.SECONDS);

            assertThat(Clients.texts(accumulator.chatCompletion()))
                    .isEqualTo(Clients.texts(many.getFirst().get(60, TimeUnit.SECONDS)));
            assertThat(AtRest.statistics(llm).completedRequests()).isEqualTo(21);
            assertThat(client.chat()
                            .completions()
                            .create(Clients.hello().temperature(-1.0).build()))
                    .failsWithin(Duration.ofSeconds(60))
                    .withThrowableOfType(ExecutionException.class)
                    .extracting(Throwable::getCause, InstanceOfAssertFactories.THROWABLE)
                    .isInstanceOf(BadRequestException.class);
        } finally {
            client.close();
        }
    }
}
