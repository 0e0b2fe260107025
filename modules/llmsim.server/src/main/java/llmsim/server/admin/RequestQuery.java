package llmsim.server.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import llmsim.api.dialect.Answer;
import llmsim.api.settings.NearMiss;
import llmsim.engine.journal.Filter;
import llmsim.engine.journal.Recorded;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Origin;
import llmsim.server.http.RouteDescription.Query;
import llmsim.server.http.SystemCall;

/**
 * Which of the remembered requests a query asks for.
 *
 * @param limit most of them
 * @param after only those with a greater number
 * @param before only those with a smaller one
 */
record RequestQuery(Filter filter, int limit, long after, long before) {
    private static final int USUAL = 50;
    private static final int MOST = 1_000;
    private static final String TEXT = "{\"type\":\"string\"}";
    private static final String NUMBER = "{\"type\":\"integer\",\"minimum\":0}";

    static final List<Query> PARAMETERS = List.of(
            new Query("limit", "At most so many, up to 1000; 50 unless it is given", NUMBER),
            new Query("after", "Only requests with a greater number", NUMBER),
            new Query("before", "Only requests with a smaller number", NUMBER),
            new Query("endpoint", "Such as openai/completions", TEXT),
            new Query("model", "As the client wrote it", TEXT),
            new Query("session", "As the client named it", TEXT),
            new Query("state", "active, completed, cancelled, broken or error", TEXT),
            new Query("status", "Of the answer", NUMBER),
            new Query("key", "The id of an API key, as the list shows it", TEXT));
    private static final List<String> NAMES =
            PARAMETERS.stream().map(Query::name).toList();

    /** The answer to what the query says, or to what is wrong with it. */
    static Answer read(SystemCall call, Function<RequestQuery, Answer> answer) {
        var errors = new ArrayList<ConfigurationError>();
        call.incoming().query().keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> errors.add(error(name, "is no parameter of this query" + NearMiss.hint(name, NAMES))));
        call.query("state")
                .filter(state -> !Filter.STATES.contains(state))
                .ifPresent(_ -> errors.add(error("state", "must be one of " + String.join(", ", Filter.STATES))));
        var status = number(call, "status", errors);
        var query = new RequestQuery(
                new Filter(
                        call.query("endpoint"),
                        call.query("model"),
                        call.query("session"),
                        call.query("state"),
                        status.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(status.get())),
                        call.query("key")),
                Math.toIntExact(Math.min(MOST, number(call, "limit", errors).orElse((long) USUAL))),
                number(call, "after", errors).orElse(0L),
                number(call, "before", errors).orElse(Long.MAX_VALUE));
        return errors.isEmpty() ? answer.apply(query) : Answers.wrong(errors);
    }

    private static Optional<Long> number(SystemCall call, String name, List<ConfigurationError> errors) {
        var text = call.query(name);
        if (text.isPresent() && !text.get().matches("\\d{1,9}")) {
            errors.add(error(name, "must be a whole number from 0 to 999999999"));
            return Optional.empty();
        }
        return text.map(Long::valueOf);
    }

    private static ConfigurationError error(String name, String message) {
        return new ConfigurationError(new Origin.Changed(name), name + " " + message);
    }

    /** Those of the requests that are asked for; no further than that are they come to. */
    Stream<Recorded> of(Stream<Recorded> newestFirst) {
        return newestFirst
                .takeWhile(each -> each.number() > after)
                .filter(each -> each.number() < before && filter.means(each))
                .limit(limit);
    }
}
