package llmsim.terminal.picture;

/** What a text means for its reader; a palette gives it a colour. */
enum Tone {
    PLAIN,
    LABEL,
    FRAME,
    HEADING,
    GOOD,
    WARNING,
    BAD,
    REQUESTS,
    TOKENS
}
