package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutePathTest {
    @Test
    void anExactPathMatchesItselfAlone() {
        var path = new RoutePath("/llmsim/stats");

        assertThat(path.match("/llmsim/stats")).contains(Map.of());
        assertThat(path.match("/llmsim/stats/")).isEmpty();
        assertThat(path.match("/llmsim")).isEmpty();
        assertThat(path.parameters()).isEmpty();
    }

    @Test
    void aParameterIsOneSegmentThatIsNotEmpty() {
        var path = new RoutePath("/llmsim/requests/{id}/events/{n}");

        assertThat(path.match("/llmsim/requests/a b/events/7")).contains(Map.of("id", "a b", "n", "7"));
        assertThat(path.match("/llmsim/requests//events/7")).isEmpty();
        assertThat(path.match("/llmsim/requests/a/b/events/7")).isEmpty();
        assertThat(path.match("/llmsim/requests/a/happenings/7")).isEmpty();
        assertThat(path.parameters()).containsExactly("id", "n");
    }
}
