package llmsim.server.settings;

import static llmsim.server.settings.Readers.duration;
import static llmsim.server.settings.Readers.oneOf;
import static llmsim.server.settings.Readers.rate;
import static llmsim.server.settings.Setting.row;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import llmsim.engine.configuration.ErrorPreset;
import llmsim.engine.configuration.ErrorSettings;
import llmsim.server.document.ConfigurationError;

/** The settings of errors that are injected by rate. */
public final class ErrorRows {
    private static final Setting.Fallback BY_PRESET = Setting.none("what the preset says, else 0");

    public static final Setting<ErrorPreset> PRESET = row(
                    "errors.preset",
                    oneOf(List.of(ErrorPreset.values())),
                    "none",
                    "Error rates by name: none, chaos (0.1 of 429, 0.05 of 500 and 503, 0.05 of 504 after 5 s, 0.02 of 400, 0.01 of"
                            + " 401) or rate_limited (0.5 of 429). Single rates win over it.")
            .whileRunning();
    public static final Setting<Double> RATE_LIMIT = row(
                    "errors.rate_limit_rate", rate(), BY_PRESET, "Part of the requests that get 429, from 0 to 1.")
            .whileRunning();
    public static final Setting<Double> SERVER_ERROR = row(
                    "errors.server_error_rate",
                    rate(),
                    BY_PRESET,
                    "Part of the requests that get 500 (seven of ten) or 503 (three of ten).")
            .whileRunning();
    public static final Setting<Double> TIMEOUT = row(
                    "errors.timeout_rate", rate(), BY_PRESET, "Part of the requests that get 504 after a while.")
            .whileRunning();
    public static final Setting<Duration> TIMEOUT_AFTER = row(
                    "errors.timeout_after_ms",
                    duration(0, Duration.ofDays(1).toMillis()),
                    Setting.none("what the preset says, else 30000"),
                    "How long a request waits for its 504, in ms.")
            .whileRunning();
    public static final Setting<Double> INVALID_REQUEST = row(
                    "errors.invalid_request_rate", rate(), BY_PRESET, "Part of the requests that get 400.")
            .whileRunning();
    public static final Setting<Double> AUTH_ERROR = row(
                    "errors.auth_error_rate", rate(), BY_PRESET, "Part of the requests that get 401.")
            .whileRunning();
    public static final Setting<Double> OVERLOADED = row(
                    "errors.overloaded_rate",
                    rate(),
                    BY_PRESET,
                    "Part of the requests that get the provider's error of overload: 503, or 529 where the provider has it.")
            .whileRunning();

    private static final List<Setting<?>> RATES =
            List.of(RATE_LIMIT, SERVER_ERROR, TIMEOUT, INVALID_REQUEST, AUTH_ERROR, OVERLOADED);

    static final List<Setting<?>> ALL =
            List.of(PRESET, RATE_LIMIT, SERVER_ERROR, TIMEOUT, TIMEOUT_AFTER, INVALID_REQUEST, AUTH_ERROR, OVERLOADED);

    private ErrorRows() {}

    /** What correct values say of errors. */
    static ErrorSettings settings(Values values) {
        var preset = values.get(PRESET).settings();
        return new ErrorSettings(
                values.find(RATE_LIMIT).orElse(preset.rateLimitRate()),
                values.find(SERVER_ERROR).orElse(preset.serverErrorRate()),
                values.find(TIMEOUT).orElse(preset.timeoutRate()),
                values.find(TIMEOUT_AFTER).orElse(preset.timeoutAfter()),
                values.find(INVALID_REQUEST).orElse(preset.invalidRequestRate()),
                values.find(AUTH_ERROR).orElse(preset.authErrorRate()),
                values.find(OVERLOADED).orElse(preset.overloadedRate()));
    }

    /** What is wrong with the rates together; told at the last of them that somebody set. */
    static Optional<ConfigurationError> mistake(Values values) {
        try {
            settings(values);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(new ConfigurationError(values.origin(last(values)), "errors: " + e.getMessage()));
        }
    }

    private static Setting<?> last(Values values) {
        return RATES.stream().filter(values::isSet).reduce((_, later) -> later).orElse(PRESET);
    }
}
