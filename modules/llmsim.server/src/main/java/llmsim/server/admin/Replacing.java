package llmsim.server.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.ConfigurationException;
import llmsim.server.document.Fields;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;

/**
 * Reads a list that takes the place of another one, alone or as a value of a key with others beside it.
 *
 * @param key in front of the list, where it does not stand alone
 * @param setting the setting that the list is of
 * @param beside settings by the keys that may stand beside the list; where one does not, what held at the start holds again
 */
record Replacing(String key, String setting, List<Beside> beside) {
    /** A key of the body, and its setting. */
    record Beside(String key, String setting) {}

    /** The body as a change; {@link ConfigurationException} if it is neither. */
    Raw.Mapping change(Raw body) {
        if (!(body instanceof Raw.Mapping mapping)) {
            return merged(Stream.concat(
                    Stream.of(under(setting, Raw.changed(body, setting))),
                    beside.stream().map(each -> under(each.setting, nothing(each)))));
        }
        var errors = new ArrayList<ConfigurationError>();
        var fields = Fields.of("", mapping.changed(""), errors::add);
        fields.allow(
                Stream.concat(Stream.of(key), beside.stream().map(Beside::key)).toList());
        var list = fields.require(key);
        if (!errors.isEmpty()) {
            throw new ConfigurationException(errors);
        }
        return merged(Stream.concat(
                list.map(raw -> under(setting, Raw.changed(raw, setting))).stream(),
                beside.stream()
                        .map(each -> under(each.setting, fields.find(each.key).orElseGet(() -> nothing(each))))));
    }

    private static Raw nothing(Beside each) {
        return new Raw.Nothing(new Origin.Changed(each.setting));
    }

    private static Raw.Mapping under(String setting, Raw value) {
        var dot = setting.indexOf('.');
        var name = dot < 0 ? setting : setting.substring(0, dot);
        var inner = dot < 0 ? value : under(setting.substring(dot + 1), value);
        return new Raw.Mapping(List.of(new Raw.Entry(name, value.origin(), inner)), value.origin());
    }

    private static Raw.Mapping merged(Stream<Raw.Mapping> parts) {
        return parts.reduce(Raw.Mapping::overlaidBy).orElseThrow();
    }
}
