package llmsim.server.assembly;

import java.util.function.Supplier;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.engine.stats.StatisticsSnapshot;
import llmsim.server.http.RouteDescription;
import llmsim.server.http.SystemRoute;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /llmsim/stats}: the counters as JSON, named in snake case; {@code null} where there is no number yet. */
final class StatsRoute {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private StatsRoute() {}

    static SystemRoute of(Supplier<StatisticsSnapshot> statistics) {
        return SystemRoute.answering(
                        Call.Method.GET,
                        "/llmsim/stats",
                        _ -> Answer.json(Bytes.ofUtf8(JSON.writeValueAsString(statistics.get()))))
                .described(RouteDescription.of(
                        "getStatistics", "The counters as they are now", RouteDescription.Media.json("Statistics")));
    }
}
