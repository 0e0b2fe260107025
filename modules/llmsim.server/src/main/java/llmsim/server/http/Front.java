package llmsim.server.http;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpSecurity;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.IOException;
import java.util.Optional;
import llmsim.api.exchange.Body;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.engine.Outlet;

/**
 * Takes every request that Helidon has read the head of. Answers go past Helidon's response straight to the connection,
 * so that one frame is one write.
 *
 * <p>It can be emptied, because Helidon keeps it after its server was stopped.
 */
final class Front implements HttpRouting {
    private static final System.Logger LOGGER = System.getLogger(Front.class.getName());

    private final Connections connections;
    private volatile Optional<Service> service;

    Front(Connections connections, Dispatcher dispatcher, HttpDate date, Cors cors, SocketDoor door) {
        this.connections = connections;
        this.service = Optional.of(
                new Service(dispatcher, new ResponseHeads(date, cors), new ResponseHeads(date, Cors.NONE), door));
    }

    @Override
    public void route(ConnectionContext context, RoutingRequest request, RoutingResponse response) {
        var present = service.orElseThrow(() -> new CloseConnectionException("stopped"));
        var tracked = (TrackedContext) context;
        var connection = tracked.connection();
        try {
            answer(tracked, present, request);
        } finally {
            tracked.arriving().release();
        }
        tracked.dataReader().nextRequest();
        connection.enter(Phase.IDLE);
    }

    private void answer(TrackedContext tracked, Service present, RoutingRequest request) {
        var connection = tracked.connection();
        connection.enter(Phase.BODY);
        var body = BodyReader.read(request, tracked.arriving());
        connection.enter(Phase.ANSWERING);
        var raw = RawRequest.of(request);
        var outlet = outlet(connection, present.heads(raw.path()), request);
        switch (present.door.decide(raw)) {
            case SocketDoor.Shut _ -> answer(present.dispatcher, raw, body, outlet);
            case SocketDoor.Refused refused -> present.door.refuse(raw, refused, outlet);
            case SocketDoor.Opened opened -> throw present.door.serve(opened, tracked);
        }
        if (!outlet.mayGoOn()) {
            throw new CloseConnectionException("answered");
        }
    }

    private HttpOutlet outlet(TcpConnection connection, ResponseHeads heads, RoutingRequest request) {
        var keepAlive = !request.headers().containsToken(HeaderValues.CONNECTION_CLOSE) && !connections.isDraining();
        return new HttpOutlet(
                connection, heads, request.prologue().method().text().equals("HEAD"), keepAlive);
    }

    private static void answer(Dispatcher dispatcher, RawRequest request, Body body, HttpOutlet outlet) {
        try {
            dispatcher.answer(request, body, outlet);
        } catch (IOException e) {
            throw new CloseConnectionException("the client is gone", e);
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.ERROR, "A request ended in a defect: " + request.method(), e);
            if (outlet.isNew()) {
                var problem = Problem.Stated.of(Category.SERVER_ERROR, "llmsim has a defect; its log says more");
                dispatcher.refuse(request, problem, outlet);
            }
        }
    }

    /** Answers what Helidon could not read. */
    void refuse(RawRequest request, Problem problem, Outlet outlet) {
        service.ifPresent(present -> present.dispatcher.refuse(request, problem, outlet));
    }

    /** Answers nothing any more, and lets go of everything that could. */
    void empty() {
        service = Optional.empty();
    }

    @Override
    public HttpSecurity security() {
        return HttpSecurity.create();
    }

    private record Service(
            Dispatcher dispatcher, ResponseHeads providersHeads, ResponseHeads ownHeads, SocketDoor door) {
        ResponseHeads heads(String rawPath) {
            return Cors.isOwn(rawPath) ? ownHeads : providersHeads;
        }
    }
}
