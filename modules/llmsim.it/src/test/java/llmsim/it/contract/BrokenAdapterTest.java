package llmsim.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;
import llmsim.api.settings.Settings;
import llmsim.api.spi.ProviderAdapter;
import llmsim.openai.OpenAiAdapter;
import llmsim.testkit.contract.ProviderAdapterContract;
import llmsim.testkit.contract.Sample;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The contract of adapters finds what it is there to find: each adapter here breaks one rule. */
class BrokenAdapterTest {
    private final ProviderAdapter good = new OpenAiAdapter();
    private final List<Sample> samples = new OpenAiAdapterTest().samples();

    @TestFactory
    Stream<DynamicTest> adapters() {
        var wrongCount = samples.getFirst();
        return Stream.of(
                breaks("A1", new Changed(good, "health", good.endpoints(), UnaryOperator.identity()), List.of()),
                breaks("A2", new Unsettled(good), List.of()),
                breaks("A3", with(endpoint("no/slash")), List.of()),
                breaks("A4", explaining(answer -> Answer.json(200, answer.body())), List.of()),
                breaks("A5", explaining(answer -> Answer.json(answer.status(), Bytes.ofUtf8("{}"))), List.of()),
                breaks("A6", with(endpoint("/v1/defect")), List.of()),
                breaks("A7", good, List.of(miscounted(wrongCount))),
                breaks("A8", good, List.of(forgetful(wrongCount))));
    }

    private static DynamicTest breaks(String rule, ProviderAdapter adapter, List<Sample> samples) {
        ProviderAdapterContract contract = new ProviderAdapterContract() {
            @Override
            public ProviderAdapter adapter() {
                return adapter;
            }

            @Override
            public List<Sample> samples() {
                return samples;
            }
        };
        return DynamicTest.dynamicTest(
                rule,
                () -> assertThat(Rules.broken(rule, ProviderAdapterContract.class, contract))
                        .isTrue());
    }

    private ProviderAdapter with(Endpoint endpoint) {
        return new Changed(good, good.name(), List.of(endpoint), UnaryOperator.identity());
    }

    private ProviderAdapter explaining(UnaryOperator<Answer> change) {
        return new Changed(good, good.name(), good.endpoints(), change);
    }

    private static Endpoint endpoint(String path) {
        return new Endpoint(
                Call.Method.POST,
                path,
                "defects",
                (call, _) -> Operation.Query.free(_ -> {
                    throw new IllegalStateException("a defect at " + call.path());
                }));
    }

    /** Reads a token too many from streams. */
    private static Sample miscounted(Sample sample) {
        return new Sample(sample.path(), sample.whole(), sample.streamed(), sample.readWhole(), answer -> {
            var said = sample.readStreamed().apply(answer);
            return new Sample.Said(said.texts(), said.promptTokens(), said.completionTokens() + 1);
        });
    }

    /** Reads what depends on the thread. */
    private static Sample forgetful(Sample sample) {
        return new Sample(
                sample.path(),
                sample.whole(),
                sample.streamed(),
                _ -> new Sample.Said(List.of(Thread.currentThread().toString()), 0, 0),
                sample.readStreamed());
    }

    private record Changed(ProviderAdapter good, String name, List<Endpoint> endpoints, UnaryOperator<Answer> change)
            implements ProviderAdapter {
        @Override
        public ProviderFacts facts() {
            return good.facts();
        }

        @Override
        public Answer explain(Problem problem, Call call) {
            return change.apply(good.explain(problem, call));
        }
    }

    private record Unsettled(ProviderAdapter good) implements ProviderAdapter {
        @Override
        public String name() {
            return good.name();
        }

        @Override
        public ProviderAdapter configured(Settings settings) {
            return null;
        }

        @Override
        public ProviderFacts facts() {
            return good.facts();
        }

        @Override
        public List<Endpoint> endpoints() {
            return good.endpoints();
        }

        @Override
        public Answer explain(Problem problem, Call call) {
            return good.explain(problem, call);
        }
    }
}
