package llmsim.server.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import llmsim.api.problem.Period;
import llmsim.api.problem.Quantity;
import llmsim.engine.configuration.RateLimit;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.Raw;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads rate limits: {@code requests_per_minute: 60} and its like. */
record RatesReader(String path) implements Reader<List<RateLimit>> {
    /** Every limit that can be set. */
    static final List<Kind> KINDS = Stream.of(Quantity.values())
            .flatMap(quantity -> Stream.of(Period.values()).map(period -> new Kind(quantity, period)))
            .toList();

    /** What a limit is on. */
    record Kind(Quantity quantity, Period period) {
        String key() {
            return quantity.name().toLowerCase(Locale.ROOT) + "_per_" + period.word();
        }
    }

    @Override
    public String expected() {
        return "limits with numbers";
    }

    @Override
    public boolean fitsOneLine() {
        return false;
    }

    @Override
    public Optional<List<RateLimit>> read(Raw raw, Consumer<ConfigurationError> errors) {
        var wrong = new ArrayList<ConfigurationError>();
        var fields = Fields.of(path, raw, wrong::add);
        fields.allow(KINDS.stream().map(Kind::key).toList());
        var limits = new ArrayList<RateLimit>();
        for (var kind : KINDS) {
            fields.whole(kind.key(), 1, RateLimit.MOST)
                    .ifPresent(number -> limits.add(new RateLimit(kind.quantity(), kind.period(), number)));
        }
        wrong.forEach(errors);
        return wrong.isEmpty() ? Optional.of(limits) : Optional.empty();
    }

    @Override
    public JsonNode shown(Raw raw) {
        var json = JsonNodeFactory.instance.objectNode();
        read(raw, _ -> {})
                .ifPresent(limits -> limits.forEach(
                        limit -> json.put(new Kind(limit.quantity(), limit.period()).key(), limit.limit())));
        return json;
    }

    @Override
    public ObjectNode schema() {
        var schema = Readers.keys().put("additionalProperties", false);
        var rates = schema.putObject("properties");
        KINDS.forEach(kind -> rates.set(kind.key(), new Form.Whole(1, RateLimit.MOST).schema()));
        return schema;
    }
}
