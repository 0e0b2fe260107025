package llmsim.server.admin;

import java.util.List;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.server.document.Raw;
import llmsim.server.http.RouteDescription;
import llmsim.server.http.RouteDescription.Media;
import llmsim.server.http.SystemRoute;
import llmsim.server.settings.ScriptRows;

/** {@code /llmsim/scripts}. */
record ScriptRoutes(Administered simulator) {
    private static final String PATH = "/llmsim/scripts";
    private static final Replacing BODY = new Replacing("scripts", ScriptRows.INLINE.key(), List.of());

    List<SystemRoute> all() {
        return List.of(
                SystemRoute.answering(Call.Method.GET, PATH, _ -> listed())
                        .described(RouteDescription.of(
                                "getScripts",
                                "All scripts, and how many turns requests without a session were given",
                                Media.json("Scripts"))),
                SystemRoute.answering(Call.Method.PUT, PATH, call -> ChangeBody.read(call, this::replaced))
                        .described(RouteDescription.of(
                                        "replaceScripts",
                                        "Replaces the scripts of the configuration; those of files and the program stay",
                                        Media.json("Scripts"))
                                .withBody(Media.json("ScriptsReplacement"))
                                .withOther(400, Answers.WRONG, Media.ERROR)));
    }

    private Answer listed() {
        var json = Answers.JSON.objectNode();
        var list = json.putArray("scripts");
        simulator
                .scripts()
                .forEach(used -> list.addObject()
                        .put("name", used.name().isEmpty() ? null : used.name())
                        .put("source", Answers.lower(used.source()))
                        .put("given", used.given()));
        return Answers.json(json);
    }

    private Answer replaced(Raw raw) {
        simulator.change(BODY.change(raw));
        return listed();
    }
}
