package llmsim.engine.flow;

import java.io.IOException;
import llmsim.api.exchange.Outcome;
import llmsim.api.render.Framing;
import llmsim.api.reply.Decision;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/** Plays recorded bytes in their own time. */
record RawPlay(Machinery machinery, Outlet outlet, Waiter waiter) {

    /** Plays them; the action is done before the last of them leaves. */
    Outcome play(Decision.Raw raw, Runnable beforeEnd) throws IOException {
        var begin = machinery.clock().nanoTime();
        outlet.begin(new Head(raw.status(), Framing.BYTES, raw.headers()));
        for (var chunks = raw.chunks().iterator(); chunks.hasNext(); ) {
            var chunk = chunks.next();
            if (waiter.await(begin + chunk.at().toNanos()) == Wake.CANCELLED) {
                return new Outcome.Cancelled();
            }
            var bytes = chunk.bytes().toByteArray();
            if (!chunks.hasNext()) {
                beforeEnd.run();
            }
            outlet.write(bytes, 0, bytes.length);
        }
        outlet.end();
        return new Outcome.Done();
    }
}
