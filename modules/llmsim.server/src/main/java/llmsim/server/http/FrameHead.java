package llmsim.server.http;

import io.helidon.common.buffers.DataReader;

/**
 * What precedes a frame's payload (RFC 6455, 5.2).
 *
 * @param last whether it ends its message
 * @param length of the payload in bytes
 * @param mask by which the payload is masked, its first byte highest
 */
record FrameHead(boolean last, Kind kind, long length, int mask) {
    static final int MOST_CONTROL_BYTES = 125;
    private static final int MASK_BYTES = 4;
    private static final int LAST = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASKED = 0x80;

    /** What a frame is, by its opcode. */
    enum Kind {
        CONTINUATION(0),
        TEXT(1),
        BINARY(2),
        CLOSE(8),
        PING(9),
        PONG(10);

        private final int opcode;

        Kind(int opcode) {
            this.opcode = opcode;
        }

        int opcode() {
            return opcode;
        }

        boolean isControl() {
            return opcode >= CLOSE.opcode;
        }

        private static Kind of(int opcode) throws SocketFailure {
            for (var kind : values()) {
                if (kind.opcode == opcode) {
                    return kind;
                }
            }
            throw SocketFailure.protocol("there is no opcode " + opcode);
        }
    }

    /** Reads the next one; waits for it. */
    static FrameHead read(DataReader reader) throws SocketFailure {
        var first = reader.read() & 0xff;
        if ((first & RESERVED) != 0) {
            throw SocketFailure.protocol("a reserved bit is set");
        }
        var kind = Kind.of(first & 0xf);
        var second = reader.read() & 0xff;
        if ((second & MASKED) == 0) {
            throw SocketFailure.protocol("a client's frame must be masked");
        }
        var length = length(second & ~MASKED, reader);
        var last = (first & LAST) != 0;
        if (kind.isControl() && (!last || length > MOST_CONTROL_BYTES)) {
            throw SocketFailure.protocol("a control frame must be whole and short");
        }
        return new FrameHead(last, kind, length, (int) number(reader.readBytes(MASK_BYTES)));
    }

    private static long length(int said, DataReader reader) throws SocketFailure {
        return switch (said) {
            case 126 -> longer(reader, Short.BYTES, MOST_CONTROL_BYTES);
            case 127 -> longer(reader, Long.BYTES, 0xffff);
            default -> said;
        };
    }

    private static long longer(DataReader reader, int bytes, long shorter) throws SocketFailure {
        var length = number(reader.readBytes(bytes));
        if (length <= shorter) {
            throw SocketFailure.protocol("a length must be written as short as it can be");
        }
        return length;
    }

    private static long number(byte[] bytes) {
        var number = 0L;
        for (var each : bytes) {
            number = (number << Byte.SIZE) | (each & 0xff);
        }
        return number;
    }

    /** Takes the mask off a piece of the payload, in place. */
    byte[] unmask(byte[] piece, int from) {
        for (var i = 0; i < piece.length; i++) {
            var shift = Byte.SIZE * (MASK_BYTES - 1 - ((from + i) % MASK_BYTES));
            piece[i] ^= (byte) (mask >>> shift);
        }
        return piece;
    }
}
