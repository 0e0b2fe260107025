package llmsim.engine.override;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import llmsim.api.settings.NearMiss;
import llmsim.api.settings.SettingsException;
import llmsim.engine.Behaviour;
import llmsim.engine.configuration.Breakage;
import llmsim.engine.configuration.ResponseSettings.GeneratorChoice;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.fault.ErrorKind;
import llmsim.engine.script.ScriptSource;
import llmsim.engine.source.Source;

/** The headers that say what one call wants, in the order in which they are obeyed: what comes later has the last word. */
enum OverrideHeader {
    /** Whose cursors and occurrences it counts for; that is read where the call is received. */
    SESSION("Session"),
    SCRIPT("Script"),
    GENERATOR("Generator"),
    TARGET_TOKENS("Target-Tokens"),
    LATENCY("Latency"),
    SEED("Seed"),
    FAULT("Fault");

    private static final int MOST_TOKENS = 1_000_000;

    private final String name;

    OverrideHeader(String name) {
        this.name = name;
    }

    /** Its name without the prefix, in lower case. */
    String label() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Its name as documentation writes it. */
    String written() {
        return "X-LLMSim-" + name;
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(OverrideHeader::label).toList();
    }

    /** What a value wants; {@link SettingsException} if it is wrong. */
    Wish read(String value, Behaviour present) {
        var choices = present.overriding();
        return switch (this) {
            case SESSION -> new Wish.Nothing();
            case SCRIPT -> new Wish.Script(script(value, present));
            case GENERATOR -> new Wish.Generator(choices.generators().choose(GeneratorChoice.of(value)));
            case TARGET_TOKENS -> new Wish.TargetTokens(Math.toIntExact(number(value, 1, MOST_TOKENS)));
            case LATENCY -> new Wish.Latency(choices.profiles().named(value));
            case SEED -> new Wish.Seed(number(value, Long.MIN_VALUE, Long.MAX_VALUE));
            case FAULT -> fault(value);
        };
    }

    private static Source script(String name, Behaviour present) {
        return present.sources().stream()
                .filter(ScriptSource.class::isInstance)
                .map(source -> ((ScriptSource) source).named(name))
                .findFirst()
                .orElseThrow(() -> new SettingsException("there are no named scripts"));
    }

    private static Wish fault(String value) {
        return ErrorKind.of(value).<Wish>map(Wish.Failing::new).orElseGet(() -> new Wish.Breaking(streamFault(value)));
    }

    private static StreamFault streamFault(String value) {
        var name = value.replaceFirst("[:@].*", "");
        if (Breakage.named(name).isEmpty()) {
            var names = Stream.concat(ErrorKind.names().stream(), Breakage.names().stream())
                    .toList();
            throw new SettingsException("there is no fault '" + Overrides.shortened(name) + "'"
                    + NearMiss.hint(name, names) + ", or a status from 400 to 599");
        }
        try {
            return StreamFault.parse(value);
        } catch (IllegalArgumentException wrong) {
            throw new SettingsException(String.valueOf(wrong.getMessage()));
        }
    }

    private static long number(String value, long least, long most) {
        try {
            var number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, as numbers out of bounds are.
        }
        var bounds = least == Long.MIN_VALUE ? "" : " from " + least + " to " + most;
        throw new SettingsException("must be a whole number" + bounds + ", not '" + Overrides.shortened(value) + "'");
    }
}
