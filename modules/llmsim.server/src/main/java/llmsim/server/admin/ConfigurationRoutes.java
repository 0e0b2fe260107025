package llmsim.server.admin;

import java.util.List;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;
import llmsim.server.http.RouteDescription;
import llmsim.server.http.RouteDescription.Media;
import llmsim.server.http.RouteDescription.Query;
import llmsim.server.http.SystemCall;
import llmsim.server.http.SystemRoute;

/** {@code /llmsim/config}. */
record ConfigurationRoutes(Administered simulator) {
    private static final String PATH = "/llmsim/config";

    List<SystemRoute> all() {
        return List.of(
                SystemRoute.answering(Call.Method.GET, PATH, this::shown)
                        .described(RouteDescription.of(
                                        "getConfiguration",
                                        "The configuration in force, in the shape of the configuration file; secrets masked",
                                        Media.json("ConfigurationAnswer"))
                                .withQuery(new Query(
                                        "origins",
                                        "true: each setting by its key, with where it comes from",
                                        "{\"type\":\"boolean\",\"default\":false}"))),
                SystemRoute.answering(Call.Method.GET, PATH + "/choices", _ -> choices())
                        .described(RouteDescription.of(
                                "getConfigurationChoices",
                                "Right values of settings by their keys, where they can be listed",
                                Media.json("Choices"))),
                SystemRoute.answering(Call.Method.PATCH, PATH, call -> ChangeBody.read(call, this::changed))
                        .described(RouteDescription.of(
                                        "changeConfiguration",
                                        "Changes settings, all or nothing; null takes back what held at the start",
                                        Media.json("Configuration"))
                                .withBody(Media.json("ConfigurationChange"))
                                .withOther(400, Answers.WRONG, Media.ERROR)));
    }

    private Answer shown(SystemCall call) {
        var json = new ConfigurationJson(simulator.values());
        return Answers.json(
                call.query("origins").filter("true"::equals).isPresent() ? json.withOrigins() : json.nested());
    }

    private Answer choices() {
        var json = Answers.JSON.objectNode();
        simulator.choices().forEach((key, values) -> values.forEach(json.putArray(key)::add));
        return Answers.json(json);
    }

    private Answer changed(Raw raw) {
        if (!(raw instanceof Raw.Mapping mapping)) {
            return Answers.wrong(List.of(
                    new ConfigurationError(new Origin.Changed(""), "must be keys with values, not " + raw.kind())));
        }
        simulator.change(mapping.changed(""));
        return Answers.json(new ConfigurationJson(simulator.values()).nested());
    }
}
