package llmsim.server.http;

/** A client that breaks the WebSocket protocol, or a bound; the connection is closed with the code (RFC 6455, 7.4.1). */
final class SocketFailure extends Exception {
    static final int GOING_AWAY = 1001;
    static final int PROTOCOL_ERROR = 1002;
    static final int UNSUPPORTED_DATA = 1003;
    static final int NOT_UTF8 = 1007;
    static final int TOO_LARGE = 1009;
    static final int TRY_AGAIN_LATER = 1013;

    private static final long serialVersionUID = 1L;

    private final int code;

    SocketFailure(int code, String message) {
        super(message);
        this.code = code;
    }

    static SocketFailure protocol(String message) {
        return new SocketFailure(PROTOCOL_ERROR, message);
    }

    int code() {
        return code;
    }
}
