package llmsim.api.problem;

/** Families of problems, with the HTTP status that most providers give them. */
public enum Category {
    INVALID_REQUEST(400),
    AUTHENTICATION(401),
    PERMISSION(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    REQUEST_TIMEOUT(408),
    CONFLICT(409),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    UNPROCESSABLE(422),
    RATE_LIMIT(429),
    QUOTA(429),
    SERVER_ERROR(500),
    UNAVAILABLE(503),
    TIMEOUT(504),
    OVERLOADED(529);

    private final int usualStatus;

    Category(int usualStatus) {
        this.usualStatus = usualStatus;
    }

    /** The HTTP status, unless a dialect has its own. */
    public int usualStatus() {
        return usualStatus;
    }

    /** The family of a status: the first that usually has it, else the one of all errors of its hundred. */
    public static Category ofStatus(int status) {
        for (var category : values()) {
            if (category.usualStatus == status) {
                return category;
            }
        }
        return status >= 500 ? SERVER_ERROR : INVALID_REQUEST;
    }
}
