package llmsim.engine.report;

import jdk.jfr.EventType;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import llmsim.api.exchange.ExchangeListener;

/** Tells the JDK's flight recorder of every exchange, while somebody records {@code llmsim.Request}. */
public final class FlightRecorder {
    private FlightRecorder() {}

    /** Ends the recordings that are to be written when the process ends, for one that is halted would not write them. */
    public static void finish() {
        if (jdk.jfr.FlightRecorder.isInitialized()) {
            jdk.jfr.FlightRecorder.getFlightRecorder().getRecordings().stream()
                    .filter(recording -> recording.getDumpOnExit() && recording.getState() == RecordingState.RUNNING)
                    .forEach(Recording::stop);
        }
    }

    /** A listener that costs next to nothing while nobody records. */
    public static ExchangeListener listener() {
        return new Reporting(FlightRecorder::wanted, false, RequestEvent::commit);
    }

    private static boolean wanted() {
        return jdk.jfr.FlightRecorder.isInitialized() && Known.TYPE.isEnabled();
    }

    /** Made when somebody records for the first time: the recorder takes a tenth of a second to begin. */
    private static final class Known {
        private static final EventType TYPE = EventType.getEventType(RequestEvent.class);

        private Known() {}
    }
}
