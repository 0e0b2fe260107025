package llmsim.engine.script;

import llmsim.api.exchange.Caller;

/** By what sessions are told apart: each has a cursor of its own, and those without a session share one. */
public enum SessionKey {
    /** By the header {@code X-LLMSim-Session}. */
    HEADER,
    /** By that header, and without it by the API key. */
    API_KEY;

    /** The session of a caller; empty for the common one. */
    String of(Caller caller) {
        return switch (this) {
            case HEADER -> header(caller);
            case API_KEY -> caller.session().isEmpty() ? key(caller) : header(caller);
        };
    }

    private static String header(Caller caller) {
        return caller.session().isEmpty() ? "" : "session " + caller.session();
    }

    private static String key(Caller caller) {
        return caller.keyId().isEmpty() ? "" : "key " + caller.keyId();
    }
}
