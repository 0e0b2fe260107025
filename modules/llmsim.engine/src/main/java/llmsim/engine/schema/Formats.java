package llmsim.engine.schema;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that are known, each with texts that are likely and with what is right. Any other is passed over. */
final class Formats {
    private static final List<Format> ALL = List.of(
            Format.of(
                    "date-time",
                    "^202[4-7]-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ$",
                    "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$",
                    OffsetDateTime::parse),
            Format.of(
                    "date",
                    "^202[4-7]-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])$",
                    "^\\d{4}-\\d\\d-\\d\\d$",
                    LocalDate::parse),
            Format.of(
                    "time",
                    "^([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ$",
                    "^\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$",
                    OffsetTime::parse),
            Format.of(
                    "duration",
                    "^P([1-9]D|T[1-9]H|T[1-5]0M)$",
                    "^P(?=.)(\\d+[YMWD])*(T(\\d+[HMS])+)?$",
                    Formats::requireDuration),
            Format.of(
                    "email idn-email",
                    "^[a-z]{1,60}@(example\\.(com|org|net)|[a-z]\\.(de|fr|io))$",
                    "^[A-Za-z0-9_+-]+(\\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,}$"),
            Format.of(
                    "uri iri url",
                    "^https://example\\.(com|org|net)(/[a-z]{3,8})?$|^[a-z]{1,2}:[a-z]{1,4}$",
                    "^[A-Za-z][A-Za-z0-9+.-]*:(//[A-Za-z0-9.-]+(:\\d+)?)?([/?A-Za-z0-9_.=&@~+,-]|%[0-9A-Fa-f]{2})*(?<=[^:])(#[A-Za-z0-9_./=-]*)?$"),
            Format.of("uri-reference iri-reference", "^(/[a-z]{1,8}){1,2}$", "^(?!//)[A-Za-z0-9_./?=&-]*$"),
            Format.of("uri-template", "^/[a-z]{1,8}/\\{[a-z]{1,4}\\}$", "^([A-Za-z0-9_./?=&-]|\\{[a-z]+\\})*$"),
            Format.of(
                    "uuid",
                    "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
                    "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"),
            Format.of(
                    "hostname idn-hostname",
                    "^(www|api|mail)\\.example\\.(com|org|net)$|^[a-z]{1,8}$",
                    "^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"),
            Format.of(
                    "ipv4 ip",
                    "^192\\.0\\.2\\.([1-9]\\d?)$",
                    "^((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}$"),
            Format.of(
                    "ipv6",
                    "^2001:db8(:[1-9a-f][0-9a-f]{0,3}){6}$|^::[1-9a-f]$",
                    "^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}(:[0-9a-fA-F]{1,4}){0,2})?::([0-9a-fA-F]{1,4}(:[0-9a-fA-F]{1,4}){0,3})?)$"),
            Format.of("regex", "^\\^\\[a-z\\]\\+\\$$|^[a-z]{1,8}$", "^\\^?[A-Za-z0-9 ]*(\\[a-z\\]\\+)?\\$?$"),
            Format.of("json-pointer", "^(/[a-z]{1,8}){0,2}$", "^(/([^~/]|~[01])*)*$"),
            Format.of("relative-json-pointer", "^[0-2]/[a-z]{1,8}$|^0#?$", "^(0|[1-9]\\d*)(#|(/([^~/]|~[01])*)*)$"),
            Format.of(
                    "byte base64",
                    "^([A-Za-z0-9]{4}){2,6}$|^([A-Za-z0-9]{4})+$",
                    "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"));

    private Formats() {}

    static Optional<Format> named(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(format -> format.names().contains(lower)).findFirst();
    }

    /** Java has one type for the part of the date and one for the part of the time. */
    private static void requireDuration(String text) {
        var time = text.indexOf('T');
        var dates = time < 0 ? text : text.substring(0, time);
        if (dates.length() > 1) {
            Period.parse(dates);
        }
        if (time >= 0) {
            Duration.parse("P" + text.substring(time));
        }
    }
}
