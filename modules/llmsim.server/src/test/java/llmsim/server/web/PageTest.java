package llmsim.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import llmsim.engine.Resettable;
import llmsim.engine.stats.StatisticsSnapshot;
import llmsim.server.settings.SettingsTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page holds is what its policy permits, and what it asks for exists. */
class PageTest {
    private static final Pattern STEERED = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|\\beval\\b|new Function|javascript:"
                    + "|\\bimport\\(|cssText|'style'|localStorage");
    private static final Pattern OUTSIDE = Pattern.compile("(https?:)?//[a-z]|@import|url\\(");
    private static final Pattern INLINE =
            Pattern.compile("\\son[a-z]+\\s*=|\\sstyle\\s*=|<style|<script(?![^>]* src=)", Pattern.CASE_INSENSITIVE);

    static List<String> files() {
        return Page.names();
    }

    @Test
    void allFilesAreServed() {
        assertThat(PageFile.ALL)
                .extracting(PageFile::name)
                .containsExactlyInAnyOrderElementsOf(Page.names())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("files")
    void noFileRunsTextOrAsksForAnythingOutside(String name) {
        var text = Page.text(name).replace("'http://www.w3.org/2000/svg'", "");

        assertThat(STEERED.matcher(text).results().map(found -> found.group()))
                .as(name)
                .isEmpty();
        assertThat(OUTSIDE.matcher(text).results().map(found -> found.group()))
                .as(name)
                .isEmpty();
    }

    @Test
    void thePageHasNoScriptOrStyleInLine() {
        assertThat(INLINE.matcher(Page.text("index.html")).results().map(found -> found.group()))
                .isEmpty();
    }

    @Test
    void everySettingOfThePageCanBeChanged() {
        var keys = Stream.concat(Page.said("key: '([^']+)'").stream(), Page.said("const KEY = '([^']+)'").stream())
                .toList();

        assertThat(keys)
                .hasSizeGreaterThan(15)
                .allSatisfy(key -> assertThat(SettingsTable.find(key))
                        .as(key)
                        .hasValueSatisfying(
                                setting -> assertThat(setting.changeable()).isTrue()));
    }

    @Test
    void everyStatisticOfThePageIsCounted() {
        assertThat(names(StatisticsSnapshot.class)).containsAll(Page.said("\\bstats\\.([a-z0-9_]+)"));
        assertThat(names(StatisticsSnapshot.Line.class)).containsAll(Page.said("\\bline\\.([a-z0-9_]+)"));
        assertThat(Page.said("\\bstats\\.([a-z0-9_]+)")).hasSizeGreaterThan(25);
    }

    @Test
    void whatThePageResetsCanBeReset() {
        assertThat(Stream.of(Resettable.values()).map(Resettable::written))
                .containsAll(Page.said("send\\('POST', 'reset', \\{(\\w+): true}\\)"));
    }

    @Test
    void everyElementThatScriptsLookForIsThere() {
        assertThat(Page.said("(?:byId|say)\\('([^']+)'"))
                .hasSizeGreaterThan(20)
                .allSatisfy(id -> assertThat(Page.text("index.html")).contains("id=\"" + id + "\""));
    }

    private static List<String> names(Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
    }
}
