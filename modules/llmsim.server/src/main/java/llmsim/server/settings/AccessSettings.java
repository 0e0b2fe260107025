package llmsim.server.settings;

import java.util.Optional;
import llmsim.engine.access.AcceptedKeys;
import llmsim.engine.access.SecretDigest;

/**
 * Who may call; the secrets themselves are not kept.
 *
 * @param keys API keys of the imitated providers
 * @param adminToken what {@code /llmsim/} and {@code /metrics} ask for; empty if they are open
 */
public record AccessSettings(AcceptedKeys keys, Optional<SecretDigest> adminToken) {}
