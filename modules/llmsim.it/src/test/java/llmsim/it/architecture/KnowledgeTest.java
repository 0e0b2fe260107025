package llmsim.it.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A1: which part knows what. */
class KnowledgeTest {
    @Test
    void everyPartIsLookedAt() {
        assertThat(Sources.PUBLISHED.stream()
                        .map(type -> type.getPackageName().replaceFirst("llmsim\\.(\\w+).*", "$1"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "api", "tokens", "engine", "openresponses", "openai", "server", "terminal", "cli", "testkit");
    }

    @ParameterizedTest
    @CsvSource({
        "io.helidon.., llmsim.server..",
        "org.yaml.snakeyaml.., llmsim.server..",
        "llmsim.jtokkit.., llmsim.tokens..",
        "llmsim.prometheus.., llmsim.server.metrics..",
        "picocli.., llmsim.cli..",
        "dev.tamboui.., llmsim.terminal..",
        "org.jline.., llmsim.terminal..",
        "org.junit.., llmsim.testkit.."
    })
    void onlyOnePartKnows(String library, String part) {
        noClasses()
                .that()
                .resideOutsideOfPackage(part)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(Sources.PUBLISHED);
    }

    /** OpenAI's Responses API is that of Open Responses, with facts of its own. */
    @ParameterizedTest
    @CsvSource({"llmsim.openai.., llmsim.openai..", "llmsim.openresponses.., llmsim.openai.."})
    void onlyItselfKnowsADialect(String dialect, String guest) {
        noClasses()
                .that()
                .resideOutsideOfPackages(dialect, guest)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(dialect)
                .check(Sources.PUBLISHED);
    }

    @ParameterizedTest
    @CsvSource({
        "llmsim.api.., llmsim.api..",
        "llmsim.tokens.., llmsim.api..|llmsim.jtokkit..",
        "llmsim.openresponses.., llmsim.api..",
        "llmsim.openai.., llmsim.api..|llmsim.openresponses..",
        "llmsim.engine.., llmsim.api..|llmsim.tokens..",
        "llmsim.server.., llmsim.api..|llmsim.prometheus..|llmsim.tokens..|llmsim.engine..",
        "llmsim.terminal.., llmsim.api..|llmsim.engine..",
        "llmsim.cli.., llmsim.api..|llmsim.tokens..|llmsim.engine..|llmsim.server..|llmsim.terminal..",
        "llmsim.testkit.., llmsim.api..|llmsim.tokens..|llmsim.engine..|llmsim.server.."
    })
    void arrowsPointTowardsTheApi(String part, String known) {
        noClasses()
                .that()
                .resideInAPackage(part)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("llmsim..").and(resideOutsideOfPackages((part + "|" + known).split("\\|"))))
                .check(Sources.PUBLISHED);
    }

    /** The packages of llmsim.api are not among them: they are chapters of one model, whose values refer to each other. */
    @ParameterizedTest
    @ValueSource(strings = {"tokens", "engine", "openresponses", "openai", "server", "terminal", "cli", "testkit"})
    void packagesOfAPartHaveNoCycles(String part) {
        slices().matching("llmsim." + part + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(Sources.PUBLISHED);
    }
}
