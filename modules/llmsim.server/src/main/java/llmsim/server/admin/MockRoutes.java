package llmsim.server.admin;

import java.util.List;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.server.admin.Administered.UsedMock;
import llmsim.server.document.Raw;
import llmsim.server.http.RouteDescription;
import llmsim.server.http.RouteDescription.Media;
import llmsim.server.http.SystemRoute;
import llmsim.server.settings.MockRows;
import tools.jackson.databind.node.ObjectNode;

/** {@code /llmsim/mocks}. */
record MockRoutes(Administered simulator) {
    private static final String PATH = "/llmsim/mocks";
    private static final Replacing BODY = new Replacing(
            "mocks", MockRows.MOCKS.key(), List.of(new Replacing.Beside("on_no_match", MockRows.ON_NO_MATCH.key())));

    List<SystemRoute> all() {
        return List.of(
                SystemRoute.answering(Call.Method.GET, PATH, _ -> listed())
                        .described(RouteDescription.of(
                                "getMocks",
                                "All mocks in the order in which they are tried, and how often each has answered",
                                Media.json("Mocks"))),
                SystemRoute.answering(Call.Method.PUT, PATH, call -> ChangeBody.read(call, this::replaced))
                        .described(RouteDescription.of(
                                        "replaceMocks",
                                        "Replaces the mocks of the configuration; those of the file and the program stay",
                                        Media.json("Mocks"))
                                .withBody(Media.json("MocksReplacement"))
                                .withOther(400, Answers.WRONG, Media.ERROR)));
    }

    private Answer listed() {
        var json = Answers.JSON.objectNode();
        var list = json.putArray("mocks");
        simulator.mocks().forEach(used -> list.add(each(used)));
        var file = simulator.values().written(MockRows.FILE);
        json.put("file", file.isEmpty() ? null : file);
        return Answers.json(json);
    }

    private static ObjectNode each(UsedMock used) {
        return Answers.JSON
                .objectNode()
                .put("name", used.mock().name().orElse(null))
                .put("source", Answers.lower(used.source()))
                .put("priority", used.mock().priority())
                .put("answered", used.answered());
    }

    private Answer replaced(Raw raw) {
        simulator.change(BODY.change(raw));
        return listed();
    }
}
