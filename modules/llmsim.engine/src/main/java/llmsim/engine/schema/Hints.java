package llmsim.engine.schema;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What values may borrow from a prompt. Only its beginning is looked at. Immutable, thread-safe.
 *
 * @param emails e-mail addresses
 * @param urls of http and https
 * @param dates such as {@code 2026-11-21}, with a time behind it or not
 * @param quotes what is in quotation marks or backticks
 * @param places capitalized words behind "in", "from", "to", "for" and the like
 * @param names capitalized words, but for the beginnings of sentences and what stands behind "in", "from", "to" and the like
 * @param quantities numbers with the words beside them
 * @param text the prompt's beginning in one line
 */
public record Hints(
        List<String> emails,
        List<String> urls,
        List<String> dates,
        List<String> quotes,
        List<String> places,
        List<String> names,
        List<Quantity> quantities,
        String text) {
    /** Nothing to borrow from. */
    public static final Hints NONE =
            new Hints(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), "");

    public Hints {
        emails = List.copyOf(emails);
        urls = List.copyOf(urls);
        dates = List.copyOf(dates);
        quotes = List.copyOf(quotes);
        places = List.copyOf(places);
        names = List.copyOf(names);
        quantities = List.copyOf(quantities);
    }

    /**
     * A number with the words before and behind it, in lower case and singular; empty where there is none.
     *
     * @param number as it is written, a JSON number
     */
    public record Quantity(String number, String before, String behind) {}

    /** The hints of a prompt. */
    public static Hints of(String text) {
        return text.isBlank() ? NONE : new HintReader(text).read();
    }

    Map<Loan, List<String>> loans() {
        var loans = new EnumMap<Loan, List<String>>(Loan.class);
        loans.put(Loan.NOTHING, List.of());
        loans.put(Loan.EMAIL, emails);
        loans.put(Loan.URL, urls);
        loans.put(Loan.DATE, dates);
        loans.put(Loan.QUOTE, quotes);
        loans.put(Loan.PLACE, places.isEmpty() ? names : places);
        loans.put(Loan.NAME, names);
        loans.put(Loan.TEXT, quotes.isEmpty() && !text.isEmpty() ? List.of(text) : quotes);
        return loans;
    }
}
