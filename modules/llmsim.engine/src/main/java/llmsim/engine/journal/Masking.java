package llmsim.engine.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import llmsim.api.exchange.Headers;

/**
 * Hides the values of whatever has a name as secrets have. Credentials that llmsim knows never come so far; these are
 * those that a client sends to somebody else's liking.
 */
final class Masking {
    private static final String MASK = "***";
    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(authorization|cookie|password|secret|credential|api[-_]?key|access[-_]?key|token$).*|key|auth");

    private Masking() {}

    static Headers headers(Headers headers) {
        var masked = Headers.builder();
        headers.forEach((name, value) -> masked.add(name, isSecret(name) ? MASK : value));
        return masked.build();
    }

    static Map<String, List<String>> query(Map<String, List<String>> query) {
        var masked = new LinkedHashMap<String, List<String>>();
        query.forEach((name, values) -> masked.put(name, isSecret(name) ? List.of(MASK) : values));
        return masked;
    }

    private static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }
}
