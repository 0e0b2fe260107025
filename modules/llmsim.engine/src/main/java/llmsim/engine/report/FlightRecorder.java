package llmsim.engine.report;

import jdk.jfr.EventType;
import llmsim.api.exchange.ExchangeListener;

/** Tells the JDK's flight recorder of every exchange, while somebody records {@code llmsim.Request}. */
public final class FlightRecorder {
    private FlightRecorder() {}

    /** A listener that costs next to nothing while nobody records. */
    public static ExchangeListener listener() {
        var type = EventType.getEventType(RequestEvent.class);
        return new Reporting(type::isEnabled, false, RequestEvent::commit);
    }
}
