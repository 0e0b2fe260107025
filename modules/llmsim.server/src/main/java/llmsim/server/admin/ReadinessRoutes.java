package llmsim.server.admin;

import java.util.List;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.server.http.RouteDescription;
import llmsim.server.http.RouteDescription.Media;
import llmsim.server.http.SystemRoute;

/** {@code /llmsim/ready} and {@code /llmsim/drain}. */
record ReadinessRoutes(Administered simulator) {
    private static final String DRAIN = "/llmsim/drain";
    private static final Media READINESS = Media.json("Readiness");

    List<SystemRoute> all() {
        return List.of(
                SystemRoute.answering(Call.Method.GET, "/llmsim/ready", _ -> ready())
                        .described(described("getReadiness", "Whether requests are admitted")
                                .withOther(503, "It is being drained", READINESS)),
                SystemRoute.answering(Call.Method.POST, DRAIN, _ -> drained(true))
                        .described(described(
                                "drain",
                                "Refuses new requests in their provider's words with 503; those under way finish")),
                SystemRoute.answering(Call.Method.DELETE, DRAIN, _ -> drained(false))
                        .described(described("undrain", "Admits requests again")));
    }

    private static RouteDescription described(String id, String summary) {
        return RouteDescription.of(id, summary, READINESS);
    }

    private Answer drained(boolean draining) {
        simulator.drain(draining);
        return standing(200);
    }

    private Answer ready() {
        return standing(simulator.draining() ? 503 : 200);
    }

    private Answer standing(int status) {
        return Answers.json(
                status,
                Answers.JSON
                        .objectNode()
                        .put("status", simulator.draining() ? "draining" : "ready")
                        .put("active_requests", simulator.underWay()));
    }
}
