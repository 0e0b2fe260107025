package llmsim.server.http;

import io.helidon.webserver.Router;
import io.helidon.webserver.Routing;
import io.helidon.webserver.http.HttpRouting;
import java.util.List;

/**
 * Leads all HTTP to the front. Helidon itself would add a routing of its own beside one that it is given, and use either,
 * as chance has it.
 */
record FrontRouter(Front front, Router inner) implements Router {
    @Override
    public <T extends Routing> T routing(Class<T> routingType, T defaultValue) {
        return routingType == HttpRouting.class ? routingType.cast(front) : inner.routing(routingType, defaultValue);
    }

    @Override
    public List<? extends Routing> routings() {
        return inner.routings();
    }

    @Override
    public void beforeStart() {
        inner.beforeStart();
    }

    @Override
    public void afterStop() {
        inner.afterStop();
    }
}
