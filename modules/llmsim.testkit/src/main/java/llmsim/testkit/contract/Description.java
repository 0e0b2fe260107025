package llmsim.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Objects;
import llmsim.api.dialect.Endpoint;
import llmsim.api.exchange.Call;
import llmsim.api.spi.ProviderAdapter;

/** What an adapter says of itself. */
record Description(ProviderAdapter adapter) {
    private static final String SEGMENT = "(\\{[A-Za-z]\\w*}(:[\\w.-]+)?|[\\w.~:-]+)";
    private static final String REST = "/\\{[A-Za-z]\\w*\\.\\.\\.}";
    private static final String FIELD_NAME = "[a-z0-9][a-z0-9-]*";

    void factsAreWellFormed() {
        var facts = adapter.facts();
        assertEquals(facts, adapter.facts(), "facts must be the same each time");
        assertTrue(
                facts.sdkBasePath().matches("(/[\\w.~-]+)*"),
                () -> "the base path is empty or begins, and does not end, with a slash, unlike "
                        + facts.sdkBasePath());
        assertTrue(
                facts.requestIds().prefix().matches("[\\w-]*"),
                () -> "a request id's prefix is letters, digits, _ and -, unlike "
                        + facts.requestIds().prefix());
        assertAll(facts.headers().stream().map(rule -> () -> fieldName(rule.name())));
        assertAll(facts.credentials().stream()
                .map(place -> () -> assertFalse(place.name().isBlank(), "a credential's place has a name")));
    }

    private static void fieldName(String name) {
        assertTrue(name.matches(FIELD_NAME), () -> "a header's name is lower case, unlike " + name);
    }

    void endpointsAreWellFormed() {
        var endpoints = adapter.endpoints();
        assertFalse(endpoints.isEmpty(), "an adapter has endpoints");
        assertEquals(
                endpoints.stream().map(Description::route).toList(),
                adapter.endpoints().stream().map(Description::route).toList(),
                "endpoints must be the same each time");
        var routes = new HashSet<Route>();
        for (var endpoint : endpoints) {
            assertTrue(routes.add(route(endpoint)), () -> route(endpoint) + " is there twice");
            assertTrue(
                    endpoint.path().matches("(/" + SEGMENT + ")*(/" + SEGMENT + "|" + REST + ")"),
                    () -> "a path is segments with a slash before each, unlike " + endpoint.path());
            assertTrue(
                    endpoint.counter().matches("[a-z][a-z0-9_]*"),
                    () -> "a counter is lower case letters, digits and _, unlike " + endpoint.counter());
            Objects.requireNonNull(endpoint.parser());
        }
    }

    private static Route route(Endpoint endpoint) {
        return new Route(endpoint.method(), endpoint.path().replaceAll("\\{\\w+(\\.\\.\\.)?}", "{}"));
    }

    private record Route(Call.Method method, String path) {}
}
