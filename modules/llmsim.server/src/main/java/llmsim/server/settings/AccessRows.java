package llmsim.server.settings;

import static llmsim.server.settings.Setting.none;
import static llmsim.server.settings.Setting.row;

import java.util.List;
import llmsim.engine.access.AcceptedKeys;
import llmsim.engine.access.SecretDigest;

/** The settings of who may call. */
public final class AccessRows {
    private static final int MOST_KEYS = 10_000;

    public static final Setting<AcceptedKeys> API_KEYS = row(
                    "server.api_keys",
                    new SecretsReader<>("API keys: a list of texts without blanks", MOST_KEYS, AcceptedKeys::of),
                    none("any key, or none"),
                    "API keys that are accepted; a call with another one, or without, is the provider's 401.")
            .whileRunning();
    public static final Setting<SecretDigest> ADMIN_TOKEN = row(
            "server.admin_token",
            new SecretsReader<>("one text without blanks", 1, secrets -> SecretDigest.of(secrets.getFirst())),
            none("open to everyone"),
            "Token that /llmsim/... and /metrics ask for as Authorization: Bearer TOKEN.");

    static final List<Setting<?>> ALL = List.of(API_KEYS, ADMIN_TOKEN);

    private AccessRows() {}
}
