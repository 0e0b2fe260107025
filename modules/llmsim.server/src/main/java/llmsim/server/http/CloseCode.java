package llmsim.server.http;

import java.util.Arrays;

/** The code in a close frame. */
final class CloseCode {
    /** A close frame without a code. */
    static final int NONE = -1;

    private static final int CODE_BYTES = 2;

    private CloseCode() {}

    /** The code that a client gives, which must be one that may be sent (RFC 6455, 7.4). */
    static int read(byte[] payload) throws SocketFailure {
        if (payload.length == 0) {
            return NONE;
        }
        if (payload.length < CODE_BYTES) {
            throw SocketFailure.protocol("a close code has two bytes");
        }
        var code = ((payload[0] & 0xff) << Byte.SIZE) | (payload[1] & 0xff);
        if (!maySend(code)) {
            throw SocketFailure.protocol("the close code " + code + " may not be sent");
        }
        ArrivingMessage.requireUtf8(Arrays.copyOfRange(payload, CODE_BYTES, payload.length));
        return code;
    }

    private static boolean maySend(int code) {
        return switch (code) {
            case 1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014 -> true;
            default -> code >= 3000 && code <= 4999;
        };
    }

    static byte[] payload(int code) {
        return code == NONE ? new byte[0] : new byte[] {(byte) (code >> Byte.SIZE), (byte) code};
    }
}
