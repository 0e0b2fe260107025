package llmsim.server.assembly;

import java.util.List;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Origin;
import llmsim.server.http.TlsIdentity;
import llmsim.server.settings.TlsRows;
import llmsim.server.settings.Values;

/** Reads the files of TLS before anything is started, so that a wrong one is told with everything else. */
final class TlsCheck {
    private TlsCheck() {}

    static List<ConfigurationError> errors(Values values) {
        var missing = TlsRows.missing(values);
        if (missing.isPresent()) {
            return List.of(new ConfigurationError(
                    new Origin.Place(missing.get().key()), "is missing: TLS needs a certificate and its private key"));
        }
        try {
            TlsRows.settings(values).ifPresent(TlsIdentity::read);
            return List.of();
        } catch (IllegalArgumentException e) {
            return List.of(new ConfigurationError(new Origin.Place("server.tls"), String.valueOf(e.getMessage())));
        }
    }
}
