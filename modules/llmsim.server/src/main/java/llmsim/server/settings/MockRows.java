package llmsim.server.settings;

import static llmsim.server.settings.Readers.oneOf;
import static llmsim.server.settings.Readers.parsedText;
import static llmsim.server.settings.Setting.row;

import java.nio.file.Path;
import java.util.List;
import llmsim.engine.mock.Mocks.OnNoMatch;
import llmsim.server.document.Raw;

/** The settings of mocks. */
public final class MockRows {
    public static final Setting<Raw> MOCKS = row(
                    "mocks",
                    new WrittenListReader(),
                    Setting.none("none"),
                    "Mocks: answers for requests that match; see mocks.md.")
            .whileRunning();
    public static final Setting<Path> FILE = row(
                    "response.mocks_path",
                    parsedText("a file", text -> Path.of(text)),
                    Setting.none("none"),
                    "File with mocks, as JSON or YAML, tried after those of the configuration; read again when it changes.")
            .withFlag("--mocks");
    public static final Setting<OnNoMatch> ON_NO_MATCH = row(
                    "response.on_no_match",
                    oneOf(List.of(OnNoMatch.values())),
                    Setting.none("what the file with mocks says, else generate"),
                    "What a request gets that no mock fits: generate (the generator's answer) or error (400, with the nearest"
                            + " mocks).")
            .whileRunning();

    static final List<Setting<?>> ALL = List.of(MOCKS, FILE, ON_NO_MATCH);

    private MockRows() {}
}
