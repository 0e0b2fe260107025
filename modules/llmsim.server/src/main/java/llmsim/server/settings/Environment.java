package llmsim.server.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import llmsim.api.settings.NearMiss;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;

/** Environment variables as a source of settings. */
final class Environment {
    /** Variables that scripts around llmsim use. */
    private static final Set<String> NO_SETTINGS = Set.of("LLMSIM_CONFIG", "LLMSIM_GC", "LLMSIM_HOME", "LLMSIM_JDK");

    /** Kubernetes sets these in every container beside a service whose name is, or begins with, llmsim. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("LLMSIM_(\\w+_)?(SERVICE_(HOST|PORT.*)|PORT_\\d+_(TCP|UDP|SCTP).*)");

    private static final Pattern SERVICE_PORT = Pattern.compile("LLMSIM_(\\w+_)?PORT");
    private static final Pattern SERVICE_ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

    private Environment() {}

    static List<Given> givens(Map<String, String> variables, Consumer<ConfigurationError> errors) {
        var givens = new ArrayList<Given>();
        variables.forEach((name, text) -> {
            if (isSetting(name, text)) {
                add(name, text, givens, errors);
            }
        });
        givens.forEach(given -> reportOther(given, givens, errors));
        return givens;
    }

    private static boolean isSetting(String name, String text) {
        var link = SERVICE_LINK.matcher(name).matches()
                || (SERVICE_PORT.matcher(name).matches()
                        && SERVICE_ADDRESS.matcher(text).matches());
        return !link && !NO_SETTINGS.contains(name);
    }

    private static void add(String name, String text, List<Given> givens, Consumer<ConfigurationError> errors) {
        var origin = new Origin.Environment(name);
        SettingsTable.ALL.stream()
                .filter(setting -> setting.variables().contains(name))
                .findFirst()
                .ifPresentOrElse(
                        setting -> givens.add(new Given(setting, new Raw.Scalar(text, origin))),
                        () -> errors.accept(new ConfigurationError(origin, unknown(name))));
    }

    /** A setting has two names where one is short: saying different things by them is a mistake. */
    private static void reportOther(Given given, List<Given> all, Consumer<ConfigurationError> errors) {
        all.stream()
                .takeWhile(earlier -> !earlier.equals(given))
                .filter(earlier -> earlier.setting().equals(given.setting())
                        && !text(earlier).equals(text(given)))
                .forEach(earlier -> errors.accept(new ConfigurationError(
                        given.raw().origin(),
                        "is '" + text(given) + "', but "
                                + earlier.raw().origin().text() + " is '" + text(earlier)
                                + "': both set the same, so set one of them")));
    }

    private static String text(Given given) {
        return given.raw() instanceof Raw.Scalar(var text, var _, var _)
                ? text
                : given.raw().kind();
    }

    private static String unknown(String name) {
        var names = SettingsTable.ALL.stream()
                .flatMap(setting -> setting.variables().stream())
                .toList();
        return NearMiss.of(name, names)
                .map(meant -> "there is no such setting; did you mean '" + meant + "'?")
                .orElse("there is no such setting; 'llmsim config explain' lists them");
    }
}
