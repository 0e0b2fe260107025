package llmsim.server.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import llmsim.engine.journal.Expectation;
import llmsim.engine.journal.Filter;
import llmsim.engine.match.Match;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.ConfigurationException;
import llmsim.server.document.Fields;
import llmsim.server.document.Raw;
import llmsim.server.document.Scalars;
import llmsim.server.match.MatchReading;

/**
 * Reads what is expected of the remembered requests: {@code match} with {@code count}, {@code order}, or both, {@code
 * among} some of them.
 */
final class ExpectationReading {
    private static final int MOST = 1_000_000_000;
    private final List<ConfigurationError> errors = new ArrayList<>();

    private ExpectationReading() {}

    /** {@link ConfigurationException} with all that is wrong. */
    static Expectation read(Raw raw) {
        var reading = new ExpectationReading();
        var expectation = reading.expectation(raw);
        if (!reading.errors.isEmpty()) {
            throw new ConfigurationException(reading.errors);
        }
        return expectation;
    }

    private Expectation expectation(Raw raw) {
        var fields = Fields.of("", raw, errors::add);
        fields.allow(List.of("among", "match", "count", "order"));
        var order = fields.has("order") ? order(fields.requireItems("order")) : List.<Match>of();
        var counted = fields.has("match") || fields.has("count") || !fields.has("order");
        return new Expectation(
                fields.find("among").map(this::among).orElse(Filter.ALL),
                counted ? Optional.of(count(fields)) : Optional.empty(),
                order);
    }

    private List<Match> order(List<Raw> items) {
        var order = new ArrayList<Match>();
        for (var place = 0; place < items.size(); place++) {
            order.add(match("order[" + place + "]", items.get(place)));
        }
        return order;
    }

    private Match match(String path, Raw raw) {
        return new MatchReading(errors::add).match(path, raw);
    }

    private Expectation.Count count(Fields fields) {
        var match = fields.find("match").map(raw -> match("match", raw)).orElse(Match.ANY);
        return fields.find("count")
                .map(raw -> count(match, raw))
                .orElse(new Expectation.Count(match, 1, Long.MAX_VALUE));
    }

    private Expectation.Count count(Match match, Raw raw) {
        if (!(raw instanceof Raw.Mapping)) {
            var number = new Scalars("count", raw, errors::add).integer(0, MOST).orElse(0);
            return new Expectation.Count(match, number, number);
        }
        var fields = Fields.of("count", raw, errors::add);
        fields.allow(List.of("min", "max"));
        long least = fields.integer("min", 0, MOST).orElse(0);
        long most = fields.integer("max", 0, MOST).map(Long::valueOf).orElse(Long.MAX_VALUE);
        if (most < least) {
            errors.add(new ConfigurationError(raw.origin(), "count.max must be at least count.min"));
            return new Expectation.Count(match, 0, 0);
        }
        return new Expectation.Count(match, least, most);
    }

    private Filter among(Raw raw) {
        var fields = Fields.of("among", raw, errors::add);
        fields.allow(List.of("endpoint", "model", "session", "state", "status", "key"));
        return new Filter(
                fields.text("endpoint"),
                fields.text("model"),
                fields.text("session"),
                fields.choice("state", Filter.STATES),
                fields.integer("status", 0, 999).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                fields.text("key"));
    }
}
