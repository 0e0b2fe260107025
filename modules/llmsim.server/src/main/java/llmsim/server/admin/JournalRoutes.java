package llmsim.server.admin;

import java.util.List;
import java.util.Optional;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.engine.journal.Journal;
import llmsim.engine.journal.Recorded;
import llmsim.engine.journal.Verification;
import llmsim.engine.journal.Verifying;
import llmsim.server.document.Raw;
import llmsim.server.http.RouteDescription;
import llmsim.server.http.RouteDescription.Media;
import llmsim.server.http.SystemCall;
import llmsim.server.http.SystemRoute;
import tools.jackson.databind.JsonNode;

/** {@code /llmsim/requests} and {@code /llmsim/verify}: what was asked lately, and whether it was what is expected. */
public record JournalRoutes(Journal journal) {
    private static final String PATH = "/llmsim/requests";
    private static final int NOT_AS_EXPECTED = 406;

    /** The routes. */
    public List<SystemRoute> all() {
        var verification = Media.json("Verification");
        return List.of(
                SystemRoute.answering(Call.Method.GET, PATH, this::listed).described(listing()),
                SystemRoute.answering(Call.Method.GET, PATH + "/{id}", this::one)
                        .described(RouteDescription.of(
                                        "getRequest",
                                        "One request and its answer, by its id or its number",
                                        Media.json("Request"))
                                .withPath("id", "Its id, such as req_17, or its number")
                                .withOther(404, "It is not remembered", Media.ERROR)),
                SystemRoute.answering(Call.Method.DELETE, PATH, _ -> cleared())
                        .described(RouteDescription.of(
                                "forgetRequests", "Forgets all requests; numbers go on", Media.json("Forgotten"))),
                SystemRoute.answering(Call.Method.POST, "/llmsim/verify", call -> ChangeBody.read(call, this::verified))
                        .described(RouteDescription.of(
                                        "verifyRequests",
                                        "Compares the remembered requests with what is expected",
                                        verification)
                                .withBody(Media.json("Expectation"))
                                .withOther(
                                        NOT_AS_EXPECTED,
                                        "They are not as expected: problems and nearest say why",
                                        verification)
                                .withOther(
                                        400,
                                        "The expectation is wrong: error.errors says where and what",
                                        Media.ERROR)));
    }

    private static RouteDescription listing() {
        var said = RouteDescription.of("getRequests", "The last requests, the newest first", Media.json("RequestList"))
                .withOther(400, "A parameter of the query is wrong", Media.ERROR);
        for (var parameter : RequestQuery.PARAMETERS) {
            said = said.withQuery(parameter);
        }
        return said;
    }

    private Answer listed(SystemCall call) {
        return RequestQuery.read(call, query -> {
            var glance = journal.glance();
            var json = Answers.JSON.objectNode();
            var list = json.putArray("requests");
            query.of(glance.newestFirst()).forEach(each -> list.add(new RecordedJson(each).summary()));
            json.put("forgotten", glance.forgotten()).put("left_out", glance.leftOut());
            return Answers.json(json);
        });
    }

    private Answer one(SystemCall call) {
        var id = call.parameter("id");
        return find(id).map(each -> Answers.json(new RecordedJson(each).whole()))
                .orElseGet(() -> Answers.refused(
                        404, "no request of this id or number is remembered: it is too old, or was left out"));
    }

    private Optional<Recorded> find(String id) {
        return journal.glance()
                .newestFirst()
                .filter(each -> each.exchange().id().equals(id)
                        || Long.toString(each.number()).equals(id))
                .findFirst();
    }

    private Answer cleared() {
        journal.clear();
        return Answers.json(Answers.JSON.objectNode().put("cleared", true));
    }

    private Answer verified(Raw raw) {
        var verification = Verifying.verify(journal.pages(), ExpectationReading.read(Raw.changed(raw, "")));
        return Answers.json(verification.passed() ? 200 : NOT_AS_EXPECTED, shown(verification));
    }

    private static JsonNode shown(Verification verification) {
        var json = Answers.JSON.objectNode().put("passed", verification.passed());
        var problems = json.putArray("problems");
        verification.problems().forEach(problems::add);
        var fitting = json.putArray("fitting");
        verification.fitting().forEach(each -> fitting.add(each.exchange().id()));
        var nearest = json.putArray("nearest");
        verification.nearest().forEach(near -> {
            var request = nearest.addObject();
            request.put("id", near.request().exchange().id())
                    .put("number", near.request().number());
            var reasons = request.putArray("reasons");
            near.reasons().forEach(reasons::add);
        });
        return json;
    }
}
