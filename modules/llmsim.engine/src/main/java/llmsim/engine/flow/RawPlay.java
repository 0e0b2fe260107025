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

    Outcome play(Decision.Raw raw) throws IOException {
        var begin = machinery.clock().nanoTime();
        outlet.begin(new Head(raw.status(), Framing.BYTES, raw.headers()));
        for (var chunk : raw.chunks()) {
            if (waiter.await(begin + chunk.at().toNanos()) == Wake.CANCELLED) {
                return new Outcome.Cancelled();
            }
            var bytes = chunk.bytes().toByteArray();
            outlet.write(bytes, 0, bytes.length);
        }
        outlet.end();
        return new Outcome.Done();
    }
}
