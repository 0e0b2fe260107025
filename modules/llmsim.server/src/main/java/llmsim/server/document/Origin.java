package llmsim.server.document;

/** Where a value came from. */
public sealed interface Origin {
    /** In a few words, as errors and {@code config explain} show it. */
    String text();

    /** Nobody said anything. */
    record Default() implements Origin {
        @Override
        public String text() {
            return "default";
        }
    }

    /** A place in a configuration file; line and column count from 1. */
    record File(String file, int line, int column) implements Origin {
        @Override
        public String text() {
            return file + ":" + line + ":" + column;
        }
    }

    /** A configuration file as a whole. */
    record WholeFile(String file) implements Origin {
        @Override
        public String text() {
            return file;
        }
    }

    /** An environment variable. */
    record Environment(String variable) implements Origin {
        @Override
        public String text() {
            return variable;
        }
    }

    /** A flag of the command line, such as {@code --port}. */
    record Flag(String flag) implements Origin {
        @Override
        public String text() {
            return flag;
        }
    }

    /** The program that embeds the simulator set this key. */
    record Code(String key) implements Origin {
        @Override
        public String text() {
            return key;
        }
    }

    /**
     * A change while the simulator runs.
     *
     * @param path of the value in the change, such as {@code mocks[0].response}; empty for the whole
     */
    record Changed(String path) implements Origin {
        @Override
        public String text() {
            return path.isEmpty() ? "the change" : path;
        }
    }

    /** A place that others put into words, such as the settings of an extension. */
    record Place(String text) implements Origin {}
}
