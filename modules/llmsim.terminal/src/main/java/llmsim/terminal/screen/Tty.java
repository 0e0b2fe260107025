package llmsim.terminal.screen;

import java.io.IOException;

/** A terminal as the operating system gives it: keys come in, characters go out. */
public interface Tty extends AutoCloseable {
    /** What {@link #read} says when no key came. */
    int NOTHING = -2;

    /** What {@link #read} says when no key will ever come. */
    int END = -1;

    /** How wide it is now. */
    int columns();

    /** How high it is now. */
    int rows();

    /** The next character, waited for so many milliseconds at the most. */
    int read(long millis) throws IOException;

    /** Keeps the text until {@link #flush}. */
    void write(CharSequence text);

    void flush() throws IOException;

    /** Keys come at once and are not shown. */
    void raw();

    /** As it was before {@link #raw}. */
    void cooked();

    /** Whether its encoding has lines and blocks. */
    boolean unicode();

    /** Whether what the process writes to its error stream is seen here too. */
    boolean showsErrors();

    @Override
    void close() throws IOException;
}
