import org.jspecify.annotations.NullMarked;

/** Shows the statistics of a simulator in a terminal. */
@NullMarked
@SuppressWarnings("module") // llmsim.cli is compiled after this module
module llmsim.terminal {
    requires static org.jspecify;
    requires transitive llmsim.engine;
    requires java.net.http;
    requires dev.tamboui.core;
    requires dev.tamboui.widgets;
    requires org.jline.terminal;
    requires org.jline.terminal.ffm;

    exports llmsim.terminal to
            llmsim.cli;
    exports llmsim.terminal.feed to
            llmsim.cli;
    exports llmsim.terminal.screen to
            llmsim.cli;
    exports llmsim.terminal.shown to
            llmsim.cli;
}
