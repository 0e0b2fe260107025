package llmsim.engine.fault;

import llmsim.engine.Ending;
import llmsim.engine.configuration.StreamFault;

/** Which breakage is done in which way. */
final class Ways {
    private Ways() {}

    static Way of(StreamFault fault) {
        var nanos = fault.time().toNanos();
        return switch (fault.breakage()) {
            case RESET -> new Cut(Ending.RESET, 0);
            case CLOSE -> new Cut(Ending.CLOSE, 0);
            case STALL -> new Stall(nanos);
            case HANG -> new Cut(Ending.CLOSE, nanos);
            case TRICKLE -> new Trickle(nanos);
            case TRUNCATED_CHUNK -> new Half(true);
            case HALF_EVENT -> new Half(false);
            case MALFORMED_JSON -> new Rewrite(Changes::withoutBrace, false);
            case MISSING_END -> new WithoutEnd();
            case TRUNCATED -> new Abridged();
            case DUPLICATE -> new Twice();
            case SWAP -> new Swap();
            case WRONG_TOOL_INDEX -> new Rewrite(Changes::withHigherIndex, false);
            case SPLIT -> new Split(false, nanos);
            case SPLIT_CHARACTER -> new Split(true, nanos);
            case JOINED -> new Join();
            case CRLF -> new Rewrite(Changes::withCrLf, true);
            case COMMENTS -> new Rewrite(Changes::commented, true);
            case SLOW_HEADERS -> new SlowHead(nanos);
            case STREAM_ERROR -> new GivingUp();
        };
    }
}
