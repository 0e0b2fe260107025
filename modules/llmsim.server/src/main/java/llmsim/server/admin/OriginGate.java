package llmsim.server.admin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import llmsim.api.dialect.Answer;
import llmsim.engine.Incoming;
import llmsim.server.http.SystemGate;

/**
 * Keeps pages of others away from {@code /llmsim/}: a page that a developer looks at must not steer what he runs.
 *
 * <p>A call with an {@code Origin} must come from the server's own address. A name that anybody can point at this machine
 * (DNS rebinding) is none, unless a token is asked for, which such a page does not have.
 *
 * @param host that the server was told to listen on
 * @param token whether a token is asked for
 */
public record OriginGate(String host, boolean token) implements SystemGate {
    private static final String GUARDED = "/llmsim";

    @Override
    public Optional<Answer> refusal(Incoming incoming) {
        if (!incoming.path().equals(GUARDED) && !incoming.path().startsWith(GUARDED + "/")) {
            return Optional.empty();
        }
        var asked = incoming.headers().first("host").orElse("").toLowerCase(Locale.ROOT);
        var origins = incoming.headers().all("origin");
        var own = origins.stream().allMatch(origin -> authority(origin).equals(Optional.of(asked)));
        if (!own) {
            return refused("pages of another origin may not call this");
        }
        var guarded = !origins.isEmpty() || LocalNames.isLoopback(host);
        return guarded && !token && !LocalNames.isOwn(name(asked), host)
                ? refused("the Host must be an address of this machine or localhost, unless server.admin_token is set")
                : Optional.empty();
    }

    private static Optional<Answer> refused(String message) {
        return Optional.of(Answers.refused(403, message));
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getRawAuthority()).map(text -> text.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** Without the port. */
    private static String name(String authority) {
        if (authority.startsWith("[")) {
            return authority.substring(0, authority.indexOf(']') + 1);
        }
        var colon = authority.indexOf(':');
        return colon < 0 ? authority : authority.substring(0, colon);
    }
}
