package llmsim.server.admin;

import java.util.List;
import java.util.stream.Stream;
import llmsim.server.http.SystemRoute;

/** All routes that look at a simulator and steer it, but for its statistics. */
public final class AdminRoutes {
    private AdminRoutes() {}

    /** The routes. */
    public static List<SystemRoute> of(Administered simulator) {
        return Stream.of(
                        new ConfigurationRoutes(simulator).all(),
                        new MockRoutes(simulator).all(),
                        new ScriptRoutes(simulator).all(),
                        List.of(new ResetRoute(simulator).route()),
                        new ReadinessRoutes(simulator).all())
                .flatMap(List::stream)
                .toList();
    }
}
