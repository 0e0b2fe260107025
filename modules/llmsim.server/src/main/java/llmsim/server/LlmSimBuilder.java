package llmsim.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.ProviderAdapter;
import llmsim.api.spi.ResponseGenerator;
import llmsim.api.time.Clock;
import llmsim.engine.configuration.CapacitySettings;
import llmsim.engine.configuration.ErrorSettings;
import llmsim.engine.configuration.JournalSettings;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.ReasoningTime;
import llmsim.engine.configuration.StreamFaults;
import llmsim.engine.configuration.TimingSettings;
import llmsim.engine.configuration.ToolUse;
import llmsim.engine.incident.Incident;
import llmsim.engine.incident.Timeline;
import llmsim.engine.limit.Tiers;
import llmsim.engine.mock.Mock;
import llmsim.engine.mock.Mocks.OnNoMatch;
import llmsim.engine.script.Script;
import llmsim.engine.script.SessionKey;
import llmsim.server.assembly.Brought;
import llmsim.server.assembly.Running;
import llmsim.server.assembly.Setup;
import llmsim.server.assembly.Simulated;
import llmsim.server.plugins.Extensions;
import llmsim.server.settings.AccessRows;
import llmsim.server.settings.CapacityRows;
import llmsim.server.settings.EngineRows;
import llmsim.server.settings.ErrorRows;
import llmsim.server.settings.JournalRows;
import llmsim.server.settings.LimitRows;
import llmsim.server.settings.MetricsRows;
import llmsim.server.settings.MockRows;
import llmsim.server.settings.ProcessRows;
import llmsim.server.settings.ScriptRows;
import llmsim.server.settings.ServerRows;
import llmsim.server.settings.Setting;
import llmsim.server.settings.Sources;
import llmsim.server.settings.StreamFaultRows;
import llmsim.server.settings.TimingRows;
import llmsim.server.settings.TlsRows;

/**
 * Describes a simulator. Whatever a configuration file can say, this can say: by a method, or by {@link #set} and the
 * file's key. What is said here wins over the file; the environment is not asked. Values are checked at the end, all
 * together. Not thread-safe.
 */
public final class LlmSimBuilder {
    private Sources sources = Sources.NONE;
    private final List<UnaryOperator<Extensions>> own = new ArrayList<>();
    private Optional<List<Mock>> mocks = Optional.empty();
    private Optional<Script> usualScript = Optional.empty();
    private final Map<String, Script> namedScripts = new LinkedHashMap<>();
    private final List<String> fixed = new ArrayList<>();
    private Optional<Timeline> incidents = Optional.empty();
    private Optional<Clock> clock = Optional.empty();

    LlmSimBuilder() {}

    /** Reads a configuration file. */
    public LlmSimBuilder configuration(Path file) {
        fixed.add("configuration(file)");
        sources = sources.withFile(file);
        return this;
    }

    /** Asks environment variables too, as the command line does; they win over the file. */
    public LlmSimBuilder environment(Map<String, String> variables) {
        fixed.add("environment(variables)");
        sources = sources.withEnvironment(variables);
        return this;
    }

    /** Any setting by its key, such as {@code latency.profile}; a list is written with commas. */
    public LlmSimBuilder set(String key, String value) {
        sources = sources.with(Sources.Direct.code(key, value));
        return this;
    }

    private LlmSimBuilder set(Setting<?> setting, Object value) {
        return set(setting.key(), String.valueOf(value));
    }

    /** Port to listen on; 0 takes a free one. */
    public LlmSimBuilder port(int port) {
        return set(ServerRows.PORT, port);
    }

    /** Host name or address to listen on. */
    public LlmSimBuilder host(String host) {
        return set(ServerRows.HOST, host);
    }

    /** Most bytes of a request's body. */
    public LlmSimBuilder maxBodyBytes(long bytes) {
        return set(ServerRows.MAX_BODY_BYTES, bytes);
    }

    /** Most bytes of the bodies of all requests under way together; more is refused with 503. */
    public LlmSimBuilder maxBufferedBytes(long bytes) {
        return set(ServerRows.MAX_BUFFERED_BYTES, bytes);
    }

    /** Most open connections. */
    public LlmSimBuilder maxConnections(int connections) {
        return set(ServerRows.MAX_CONNECTIONS, connections);
    }

    /** Most open WebSockets; a further one is refused with 503. */
    public LlmSimBuilder maxWebSocketConnections(int connections) {
        return set(ServerRows.MAX_WEBSOCKET_CONNECTIONS, connections);
    }

    /** How long a WebSocket may stay open, whatever happens on it. */
    public LlmSimBuilder webSocketLifetime(Duration lifetime) {
        return set(ServerRows.WEBSOCKET_LIFETIME, lifetime.toMillis());
    }

    /** How long the head of a request may take to arrive. */
    public LlmSimBuilder headerTimeout(Duration timeout) {
        return set(ServerRows.HEADER_TIMEOUT, timeout.toMillis());
    }

    /** How long the body of a request may take to arrive. */
    public LlmSimBuilder bodyTimeout(Duration timeout) {
        return set(ServerRows.BODY_TIMEOUT, timeout.toMillis());
    }

    /** How long a connection may stay open without a request. */
    public LlmSimBuilder idleTimeout(Duration timeout) {
        return set(ServerRows.IDLE_TIMEOUT, timeout.toMillis());
    }

    /** How long a client may leave what is sent to it unread. */
    public LlmSimBuilder writeTimeout(Duration timeout) {
        return set(ServerRows.WRITE_TIMEOUT, timeout.toMillis());
    }

    /** How long open streams may go on after {@link LlmSim#close}. */
    public LlmSimBuilder shutdownGrace(Duration grace) {
        return set(ServerRows.SHUTDOWN_GRACE, grace.toMillis());
    }

    /** Origin whose pages may call from a browser: {@code *} for any, {@code none} for no page. */
    public LlmSimBuilder corsOrigin(String origin) {
        return set(ServerRows.CORS_ORIGIN, origin);
    }

    /** API keys that are accepted; a call with another one, or without, is the provider's 401. */
    public LlmSimBuilder apiKeys(List<String> keys) {
        return set(AccessRows.API_KEYS, String.join(",", keys));
    }

    /** Token that {@code /llmsim/} and {@code /metrics} ask for as {@code Authorization: Bearer TOKEN}. */
    public LlmSimBuilder adminToken(String token) {
        return set(AccessRows.ADMIN_TOKEN, token);
    }

    /** Files with the server's certificate and its private key, as PEM; then all connections are TLS. */
    public LlmSimBuilder tls(Path certificate, Path privateKey) {
        return set(TlsRows.CERTIFICATE, certificate).set(TlsRows.PRIVATE_KEY, privateKey);
    }

    /** Whether a request may want something for itself alone in {@code X-LLMSim-*} headers. */
    public LlmSimBuilder allowRequestOverrides(boolean allow) {
        return set(ServerRows.ALLOW_REQUEST_OVERRIDES, allow);
    }

    /** Latency profile for all requests, by its name or an alias. */
    public LlmSimBuilder latency(String profile) {
        return set(EngineRows.PROFILE, profile);
    }

    /** Time to first token for all requests: mean and standard deviation in ms. */
    public LlmSimBuilder timeToFirstToken(double meanMs, double stddevMs) {
        return set(EngineRows.TTFT_MEAN, meanMs).set(EngineRows.TTFT_STDDEV, stddevMs);
    }

    /** Time between tokens for all requests: mean and standard deviation in ms. */
    public LlmSimBuilder timeBetweenTokens(double meanMs, double stddevMs) {
        return set(EngineRows.TBT_MEAN, meanMs).set(EngineRows.TBT_STDDEV, stddevMs);
    }

    /** Which latency profiles models get, and how much faster everything is. */
    public LlmSimBuilder timing(TimingSettings timing) {
        var models = timing.models().entrySet().stream()
                .map(model -> model.getKey() + "=" + model.getValue())
                .collect(Collectors.joining(","));
        return set(TimingRows.MODELS, models).set(TimingRows.SPEED, timing.speed());
    }

    /** Latency profiles of the program's own, to be chosen by their names; they go before others of the same name. */
    public LlmSimBuilder profiles(List<LatencyProfile> profiles) {
        own.add(extensions -> extensions.withProfiles(profiles, "this program"));
        return this;
    }

    /** How much the models can do at once. */
    public LlmSimBuilder capacity(CapacitySettings capacity) {
        CapacityRows.direct(capacity).forEach(direct -> sources = sources.with(direct));
        return this;
    }

    /** Whether reasoning that is not shown takes time. */
    public LlmSimBuilder reasoningTime(ReasoningTime time) {
        return set(EngineRows.REASONING, time.name().toLowerCase(Locale.ROOT));
    }

    /** What answers say, by name: {@code lorem}, {@code fixed:Hello}, or a plugin's generator. */
    public LlmSimBuilder generator(String nameOrNameAndText) {
        return set(EngineRows.GENERATOR, nameOrNameAndText);
    }

    /** Tokens of an answer, where the generator can choose. */
    public LlmSimBuilder targetTokens(int tokens) {
        return set(EngineRows.TARGET_TOKENS, tokens);
    }

    /** When a tool is called that a request leaves to the model. */
    public LlmSimBuilder tools(ToolUse use) {
        return set(EngineRows.TOOLS, use.name().toLowerCase(Locale.ROOT));
    }

    /** Script whose turns all requests get that name no other, as JSON or YAML; it takes the generator's place. */
    public LlmSimBuilder script(Path file) {
        usualScript = Optional.empty();
        return set(ScriptRows.SCRIPT, file);
    }

    /** The same, of the program's own. */
    public LlmSimBuilder script(Script script) {
        usualScript = Optional.of(script);
        return this;
    }

    /** Script for requests that name it in {@code X-LLMSim-Script}. */
    public LlmSimBuilder namedScript(String name, Path file) {
        return set(ScriptRows.NAMED.key() + "." + name, file.toString());
    }

    /** The same, of the program's own. */
    public LlmSimBuilder namedScript(String name, Script script) {
        namedScripts.put(name, script);
        return this;
    }

    /** Folder of named scripts, each by the name of its file. */
    public LlmSimBuilder scripts(Path folder) {
        return set(ScriptRows.DIRECTORY, folder);
    }

    /** What tells the sessions apart that get every script from its beginning. */
    public LlmSimBuilder scriptSessions(SessionKey key) {
        return set(ScriptRows.SESSION, key.name().toLowerCase(Locale.ROOT));
    }

    /** File with mocks, as JSON or YAML; it is read again when it changes. */
    public LlmSimBuilder mocks(Path file) {
        return set(MockRows.FILE, file);
    }

    /** Mocks of the program's own, tried before those of files. */
    public LlmSimBuilder mocks(List<Mock> own) {
        mocks = Optional.of(List.copyOf(own));
        return this;
    }

    /** What a request gets that no mock fits. */
    public LlmSimBuilder onNoMatch(OnNoMatch end) {
        return set(MockRows.ON_NO_MATCH, end.name().toLowerCase(Locale.ROOT));
    }

    /** How often requests fail on purpose. */
    public LlmSimBuilder errors(ErrorSettings errors) {
        return set(ErrorRows.PRESET, "none")
                .set(ErrorRows.RATE_LIMIT, errors.rateLimitRate())
                .set(ErrorRows.SERVER_ERROR, errors.serverErrorRate())
                .set(ErrorRows.TIMEOUT, errors.timeoutRate())
                .set(ErrorRows.TIMEOUT_AFTER, errors.timeoutAfter().toMillis())
                .set(ErrorRows.INVALID_REQUEST, errors.invalidRequestRate())
                .set(ErrorRows.AUTH_ERROR, errors.authErrorRate())
                .set(ErrorRows.OVERLOADED, errors.overloadedRate());
    }

    /**
     * How many requests and tokens are admitted; these limits replace those of the file.
     *
     * @throws IllegalArgumentException for a tier that there is not, with the choices
     */
    public LlmSimBuilder limits(LimitSettings settings) {
        Tiers.check(settings.tiers());
        LimitRows.direct(settings).forEach(direct -> sources = sources.with(direct));
        return this;
    }

    /** Faults that streams meet by chance; these replace those of the file. */
    public LlmSimBuilder streamFaults(StreamFaults faults) {
        sources = sources.with(StreamFaultRows.direct(faults));
        return this;
    }

    /** What goes wrong, when, for how long and for whom; in place of what the file says. */
    public LlmSimBuilder incidents(List<Incident> own) {
        incidents = Optional.of(new Timeline(own));
        return this;
    }

    /** What {@code /metrics} tells. */
    public LlmSimBuilder metrics(MetricsSettings metrics) {
        return set(MetricsRows.VLLM_NAMES, metrics.vllmNames());
    }

    /** Seed of the run: with the same seed equal requests get equal answers. */
    public LlmSimBuilder seed(long seed) {
        return set(EngineRows.SEED, seed);
    }

    /** Models to list. */
    public LlmSimBuilder models(List<String> ids) {
        return set(EngineRows.AVAILABLE, String.join(",", ids));
    }

    /** Whether a model that is not listed is refused instead of served. */
    public LlmSimBuilder strictModels(boolean strict) {
        return set(EngineRows.STRICT, strict);
    }

    /** What counts tokens, by name. */
    public LlmSimBuilder tokenizer(String name) {
        return set(EngineRows.TOKENIZER, name);
    }

    /** What keeps stored answers, by name. */
    public LlmSimBuilder store(String name) {
        return set(EngineRows.STORE, name);
    }

    /** Bounds of the store in memory. */
    public LlmSimBuilder storeBounds(int documents, long bytes) {
        return set(EngineRows.MAX_DOCUMENTS, documents).set(EngineRows.MAX_BYTES, bytes);
    }

    /** Folder with plugins. */
    public LlmSimBuilder plugins(Path folder) {
        return set(ProcessRows.PLUGIN_DIRECTORY, folder);
    }

    /** A generator of the program's own; it is the one that answers, unless another is named afterwards. */
    public LlmSimBuilder generator(ResponseGenerator generator) {
        own.add(extensions -> extensions.with(generator));
        return set(EngineRows.GENERATOR, generator.name());
    }

    /** A latency profile of the program's own, for all requests, unless another is named afterwards. */
    public LlmSimBuilder profile(LatencyProfile profile) {
        own.add(extensions -> extensions.with(profile));
        return set(EngineRows.PROFILE, profile.name());
    }

    /** A provider adapter of the program's own, served beside those that are found. */
    public LlmSimBuilder adapter(ProviderAdapter adapter) {
        fixed.add("adapter(adapter)");
        own.add(extensions -> extensions.with(adapter));
        return this;
    }

    /** The clock that answers are played by, for tests; the machine's if none is given. Closing it stays with the caller. */
    public LlmSimBuilder clock(Clock other) {
        fixed.add("clock(clock)");
        clock = Optional.of(other);
        return this;
    }

    /**
     * Starts a server; it listens when this returns.
     *
     * @throws IllegalArgumentException with a line for everything that is wrong with the settings
     * @throws IllegalStateException if it cannot listen; the message says why
     */
    public LlmSim start() {
        return new LlmSim(Running.start(simulated()));
    }

    /**
     * Makes a simulator without HTTP.
     *
     * @throws IllegalArgumentException with a line for everything that is wrong with the settings
     */
    public InProcess inProcess() {
        return new InProcess(simulated());
    }

    private Simulated simulated() {
        var setup = setup();
        setup.logWarnings();
        return clock.map(given -> Simulated.of(setup, given)).orElseGet(() -> Simulated.of(setup));
    }

    /** What is remembered of requests and answers. */
    public LlmSimBuilder journal(JournalSettings journal) {
        return set(JournalRows.MAX_BYTES, journal.maxBytes())
                .set(JournalRows.MAX_BODY_BYTES, journal.maxBodyBytes())
                .set(JournalRows.MAX_PER_SECOND, journal.maxPerSecond());
    }

    Setup setup() {
        return Setup.of(sources, brought());
    }

    private Brought brought() {
        return new Brought(own, mocks, usualScript, namedScripts, incidents, OnNoMatch.GENERATE);
    }

    /** Changes a simulator by what was said here. */
    void change(Simulated simulated) {
        if (!fixed.isEmpty()) {
            throw new IllegalArgumentException("cannot be changed while llmsim runs: " + String.join(", ", fixed));
        }
        simulated.change(sources.direct(), brought());
    }
}
