package llmsim.engine.schema;

/** What a value can borrow from a prompt. */
enum Loan {
    /** Nothing. */
    NOTHING,
    EMAIL,
    URL,
    DATE,
    /** A code, an id or a title: something in quotes. */
    QUOTE,
    /** Capitalized words behind "in", "from", "to" and the like, else any capitalized words. */
    PLACE,
    /** Capitalized words that are no place. */
    NAME,
    /** What is in quotes, else the whole prompt. */
    TEXT
}
