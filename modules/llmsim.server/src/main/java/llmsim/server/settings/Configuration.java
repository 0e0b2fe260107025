package llmsim.server.settings;

import static llmsim.server.settings.EngineRows.AVAILABLE;
import static llmsim.server.settings.EngineRows.GENERATOR;
import static llmsim.server.settings.EngineRows.PROFILE;
import static llmsim.server.settings.EngineRows.SEED;
import static llmsim.server.settings.EngineRows.STRICT;
import static llmsim.server.settings.EngineRows.TARGET_TOKENS;
import static llmsim.server.settings.EngineRows.TBT_MEAN;
import static llmsim.server.settings.EngineRows.TBT_STDDEV;
import static llmsim.server.settings.EngineRows.TOOLS;
import static llmsim.server.settings.EngineRows.TTFT_MEAN;
import static llmsim.server.settings.EngineRows.TTFT_STDDEV;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import llmsim.engine.access.AcceptedKeys;
import llmsim.engine.configuration.EngineConfiguration;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.configuration.ModelSettings;
import llmsim.engine.configuration.ResponseSettings;
import llmsim.engine.configuration.StoreSettings;
import llmsim.engine.configuration.StreamFaults;

/** The whole configuration. Immutable. */
public record Configuration(
        ServerSettings server,
        AccessSettings access,
        EngineConfiguration engine,
        ScriptSettings scripts,
        LogSettings log,
        PluginSettings plugins) {

    /** The configuration that correct values say. */
    public static Configuration of(Values values) {
        return new Configuration(
                server(values),
                access(values),
                engine(values),
                ScriptSettings.of(values),
                LogRows.settings(values),
                plugins(values));
    }

    /** The same with other settings of the engine. */
    public Configuration with(EngineConfiguration other) {
        return new Configuration(server, access, other, scripts, log, plugins);
    }

    private static ServerSettings server(Values values) {
        var origin = values.get(ServerRows.CORS_ORIGIN);
        return new ServerSettings(
                values.get(ServerRows.HOST),
                values.get(ServerRows.PORT),
                values.get(ServerRows.MAX_BODY_BYTES),
                values.get(ServerRows.MAX_BUFFERED_BYTES),
                values.get(ServerRows.MAX_CONNECTIONS),
                new ServerSettings.Timeouts(
                        values.get(ServerRows.HEADER_TIMEOUT),
                        values.get(ServerRows.BODY_TIMEOUT),
                        values.get(ServerRows.IDLE_TIMEOUT),
                        values.get(ServerRows.WRITE_TIMEOUT)),
                values.get(ServerRows.SHUTDOWN_GRACE),
                origin.equals("none") ? "" : origin,
                new ServerSettings.WebSockets(
                        values.get(ServerRows.MAX_WEBSOCKET_CONNECTIONS), values.get(ServerRows.WEBSOCKET_LIFETIME)),
                TlsRows.settings(values));
    }

    private static AccessSettings access(Values values) {
        return new AccessSettings(
                values.find(AccessRows.API_KEYS).orElse(AcceptedKeys.ANY), values.find(AccessRows.ADMIN_TOKEN));
    }

    /** All but what extensions have a say in: timing, capacity and incidents. */
    private static EngineConfiguration engine(Values values) {
        var said = EngineConfiguration.DEFAULT
                .withLatency(latency(values))
                .withReasoning(values.get(EngineRows.REASONING))
                .withResponse(new ResponseSettings(values.get(GENERATOR), values.get(TARGET_TOKENS), values.get(TOOLS)))
                .withModels(new ModelSettings(values.find(AVAILABLE).orElse(List.of()), values.get(STRICT)))
                .withStore(new StoreSettings(values.get(EngineRows.MAX_DOCUMENTS), values.get(EngineRows.MAX_BYTES)))
                .withErrors(ErrorRows.settings(values))
                .withLimits(LimitRows.settings(values))
                .withStreamFaults(values.find(StreamFaultRows.FAULTS).orElse(StreamFaults.NONE));
        return values.find(SEED).map(said::withSeed).orElse(said);
    }

    private static LatencySettings latency(Values values) {
        var usual = LatencySettings.Custom.DEFAULT;
        var custom = new LatencySettings.Custom(
                values.find(TTFT_MEAN).orElse(usual.ttftMeanMs()),
                values.find(TTFT_STDDEV).orElse(usual.ttftStddevMs()),
                values.find(TBT_MEAN).orElse(usual.tbtMeanMs()),
                values.find(TBT_STDDEV).orElse(usual.tbtStddevMs()));
        var anySet = Stream.of(TTFT_MEAN, TTFT_STDDEV, TBT_MEAN, TBT_STDDEV).anyMatch(values::isSet);
        return values.find(PROFILE)
                .<LatencySettings>map(LatencySettings.Named::new)
                .orElse(anySet ? custom : LatencySettings.BY_MODEL);
    }

    private static PluginSettings plugins(Values values) {
        return new PluginSettings(
                values.find(ProcessRows.PLUGIN_DIRECTORY),
                values.find(ProcessRows.GENERATORS).orElse(Map.of()),
                values.find(ProcessRows.PROFILES).orElse(Map.of()),
                values.find(ProcessRows.PROVIDERS).orElse(Map.of()),
                values.find(ProcessRows.TOKENIZERS).orElse(Map.of()),
                values.find(ProcessRows.STORES).orElse(Map.of()));
    }
}
