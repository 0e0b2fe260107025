package llmsim.server.admin;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.engine.Resettable;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.ConfigurationException;
import llmsim.server.document.Fields;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;
import llmsim.server.document.Scalars;
import llmsim.server.http.RouteDescription;
import llmsim.server.http.RouteDescription.Media;
import llmsim.server.http.SystemRoute;

/** {@code POST /llmsim/reset}: begins anew what the body names. A body that names nothing is an error that says what there is. */
record ResetRoute(Administered simulator) {
    private static final List<String> NAMES =
            Stream.of(Resettable.values()).map(Resettable::written).toList();

    SystemRoute route() {
        return SystemRoute.answering(Call.Method.POST, "/llmsim/reset", call -> ChangeBody.read(call, this::reset))
                .described(RouteDescription.of("reset", "Begins anew what is named", Media.json("WhatWasReset"))
                        .withBody(Media.json("WhatToReset"))
                        .withOther(400, Answers.WRONG, Media.ERROR)
                        .withOther(409, "The store cannot forget what it holds; nothing was reset", Media.ERROR));
    }

    private Answer reset(Raw body) {
        var what = what(Raw.changed(body, ""));
        try {
            simulator.reset(what);
        } catch (IllegalStateException e) {
            return Answers.refused(409, String.valueOf(e.getMessage()));
        }
        var json = Answers.JSON.objectNode();
        var list = json.putArray("reset");
        what.forEach(each -> list.add(each.written()));
        return Answers.json(json);
    }

    private static Set<Resettable> what(Raw body) {
        var errors = new ArrayList<ConfigurationError>();
        var fields = Fields.of("", body, errors::add);
        fields.allow(NAMES);
        var what = EnumSet.noneOf(Resettable.class);
        for (var each : Resettable.values()) {
            fields.find(each.written())
                    .flatMap(raw -> new Scalars(each.written(), raw, errors::add).flag())
                    .filter(wanted -> wanted)
                    .ifPresent(_ -> what.add(each));
        }
        if (errors.isEmpty() && what.isEmpty()) {
            errors.add(new ConfigurationError(
                    new Origin.Changed(""), "must name what to reset with true: " + String.join(", ", NAMES)));
        }
        if (!errors.isEmpty()) {
            throw new ConfigurationException(errors);
        }
        return what;
    }
}
