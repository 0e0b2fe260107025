package llmsim.server.settings;

import static llmsim.server.settings.Readers.integer;
import static llmsim.server.settings.Readers.millis;
import static llmsim.server.settings.Readers.oneOf;
import static llmsim.server.settings.Readers.parsedText;
import static llmsim.server.settings.Readers.text;
import static llmsim.server.settings.Readers.texts;
import static llmsim.server.settings.Readers.trueOrFalse;
import static llmsim.server.settings.Readers.wholeNumber;
import static llmsim.server.settings.Setting.row;

import java.time.Duration;
import java.util.List;
import llmsim.engine.configuration.LatencySettings.Custom;
import llmsim.engine.configuration.ReasoningTime;
import llmsim.engine.configuration.ResponseSettings;
import llmsim.engine.configuration.ResponseSettings.GeneratorChoice;
import llmsim.engine.configuration.StoreSettings;
import llmsim.engine.configuration.ToolUse;

/** The settings of what is said, and when. */
public final class EngineRows {
    private static final double HOUR = Duration.ofHours(1).toMillis();
    private static final String ELSE_BY_MODEL = " if another latency value is set, else by the request's model";

    public static final Setting<String> PROFILE = row(
                    "latency.profile",
                    text("the name of a latency profile", EngineRows::isName),
                    Setting.none("by the request's model"),
                    "Latency profile for all requests; it wins over single values.")
            .withFlag("--latency")
            .whileRunning();
    public static final Setting<Double> TTFT_MEAN = row(
                    "latency.ttft_mean_ms",
                    millis(HOUR),
                    millisOr(Custom.DEFAULT.ttftMeanMs()),
                    "Mean time to first token, in ms.")
            .whileRunning();
    public static final Setting<Double> TTFT_STDDEV = row(
                    "latency.ttft_stddev_ms",
                    millis(HOUR),
                    millisOr(Custom.DEFAULT.ttftStddevMs()),
                    "Its standard deviation, in ms.")
            .whileRunning();
    public static final Setting<Double> TBT_MEAN = row(
                    "latency.tbt_mean_ms",
                    millis(HOUR),
                    millisOr(Custom.DEFAULT.tbtMeanMs()),
                    "Mean time between tokens, in ms.")
            .whileRunning();
    public static final Setting<Double> TBT_STDDEV = row(
                    "latency.tbt_stddev_ms",
                    millis(HOUR),
                    millisOr(Custom.DEFAULT.tbtStddevMs()),
                    "Its standard deviation, in ms.")
            .whileRunning();

    public static final Setting<ReasoningTime> REASONING = row(
                    "latency.reasoning",
                    oneOf(List.of(ReasoningTime.values())),
                    "included",
                    "Time for reasoning that is not shown: included in the time to first token, or per_token after it.")
            .whileRunning();

    public static final Setting<GeneratorChoice> GENERATOR = row(
                    "response.generator",
                    parsedText("NAME or NAME:TEXT", EngineRows::generator),
                    ResponseSettings.DEFAULT.generator().written(),
                    "What answers say: lorem, echo, random, sequence, fixed:TEXT, or the name of a plugin's generator.")
            .withFlag("--generator")
            .whileRunning();
    public static final Setting<Integer> TARGET_TOKENS = row(
                    "response.target_tokens",
                    integer(1, 1_000_000),
                    String.valueOf(ResponseSettings.DEFAULT.targetTokens()),
                    "Tokens of an answer, where the generator can choose: lorem, random and sequence do.")
            .withFlag("--target-tokens")
            .whileRunning();
    public static final Setting<ToolUse> TOOLS = row(
                    "response.tools",
                    oneOf(List.of(ToolUse.values())),
                    "auto",
                    "When a tool is called that the request leaves to the model: auto (if the last user message is about it),"
                            + " random, always or never.")
            .whileRunning();

    public static final Setting<Long> SEED = row(
                    "seed",
                    wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE),
                    Setting.none("drawn at start, and shown"),
                    "Seed of the run: with the same seed equal requests get equal answers.")
            .withFlag("--seed")
            .whileRunning();

    public static final Setting<List<String>> AVAILABLE = row(
                    "models.available",
                    texts("a list of model names"),
                    Setting.none("every model of the catalogue"),
                    "Models to list.")
            .whileRunning();
    public static final Setting<Boolean> STRICT = row(
                    "models.strict",
                    trueOrFalse(),
                    "false",
                    "Whether a model that is not listed is refused instead of served.")
            .whileRunning();

    public static final Setting<String> TOKENIZER = row(
            "tokens.tokenizer", text("the name of a tokenizer", EngineRows::isName), "jtokkit", "What counts tokens.");

    public static final Setting<String> STORE = row(
            "store.name",
            text("the name of a store", EngineRows::isName),
            "memory",
            "What keeps stored answers: memory, or the name of a plugin's store.");
    public static final Setting<Integer> MAX_DOCUMENTS = row(
            "store.max_documents",
            integer(1, 10_000_000),
            String.valueOf(StoreSettings.DEFAULT.maxDocuments()),
            "Most answers stored in memory; the oldest goes first.");
    public static final Setting<Long> MAX_BYTES = row(
            "store.max_bytes",
            wholeNumber(1, 1L << 40),
            String.valueOf(StoreSettings.DEFAULT.maxBytes()),
            "Most bytes of all answers stored in memory together.");

    static final List<Setting<?>> ALL = List.of(
            PROFILE,
            TTFT_MEAN,
            TTFT_STDDEV,
            TBT_MEAN,
            TBT_STDDEV,
            REASONING,
            GENERATOR,
            TARGET_TOKENS,
            TOOLS,
            SEED,
            AVAILABLE,
            STRICT,
            TOKENIZER,
            STORE,
            MAX_DOCUMENTS,
            MAX_BYTES);

    private EngineRows() {}

    private static Setting.Fallback millisOr(double millis) {
        return Setting.none(Math.round(millis) + ELSE_BY_MODEL);
    }

    private static boolean isName(String text) {
        return !text.isBlank();
    }

    private static GeneratorChoice generator(String text) {
        var choice = GeneratorChoice.of(text);
        if (choice.name().isBlank()) {
            throw new IllegalArgumentException(text);
        }
        return choice;
    }
}
