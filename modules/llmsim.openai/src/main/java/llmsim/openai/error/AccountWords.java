package llmsim.openai.error;

import java.util.Locale;
import llmsim.api.dialect.GoDuration;
import llmsim.api.problem.Problem;
import llmsim.api.problem.Quantity;

/** Keys and limits. No key is ever said back, not even in part. */
final class AccountWords {
    private static final String MISSING_KEY = "You didn't provide an API key. You need to provide your API key in an"
            + " Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field"
            + " (with blank username) if you're accessing the API from your browser and are prompted for a username and"
            + " password. You can obtain an API key from https://platform.openai.com/account/api-keys.";
    static final String WRONG_KEY = "Incorrect API key provided: ***. You can find your API key at"
            + " https://platform.openai.com/account/api-keys.";
    static final String NO_QUOTA =
            "You exceeded your current quota, please check your plan and billing details. For more"
                    + " information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.";
    static final String TOO_MANY = "Rate limit reached for requests";
    private static final String LEARN_MORE = " Visit https://platform.openai.com/account/rate-limits to learn more.";

    private AccountWords() {}

    static Explained unauthenticated(boolean missing) {
        return missing
                ? Explained.invalid(401, MISSING_KEY, null)
                : Explained.invalid(401, WRONG_KEY, "invalid_api_key");
    }

    static Explained rateLimited(Problem.RateLimited limited) {
        var start = (limited.tooLarge() ? "Request too large for " : "Rate limit reached for ") + limited.model()
                + " in organization org-llmsim on " + what(limited) + ": Limit " + limited.limit();
        var message = limited.tooLarge()
                ? start + ", Requested " + limited.requested()
                        + ". The input or output tokens must be reduced in order to run successfully." + LEARN_MORE
                : start + ", Used " + limited.used() + ", Requested " + limited.requested() + ". Please try again in "
                        + GoDuration.of(limited.advice()) + "." + LEARN_MORE;
        return Explained.of(429, message, type(limited.quantity()), "rate_limit_exceeded");
    }

    /** Such as {@code tokens per min (TPM)}; input and output tokens apart are no limit of this provider's. */
    private static String what(Problem.RateLimited limited) {
        var initial = type(limited.quantity()).substring(0, 1).toUpperCase(Locale.ROOT);
        return limited.quantity().plural()
                + switch (limited.period()) {
                    case MINUTE -> " per min (" + initial + "PM)";
                    case DAY -> " per day (" + initial + "PD)";
                };
    }

    private static String type(Quantity quantity) {
        return quantity == Quantity.REQUESTS ? "requests" : "tokens";
    }
}
