package llmsim.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** No state that outlives its owner, and no names that say nothing. */
class StyleTest {
    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(Sources.PUBLISHED);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Utilities|Helper|Helpers|Manager|Common|Misc)(\\$.*)?")
                .orShould()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..misc..")
                .check(Sources.PUBLISHED);
    }

    @Test
    void nothingWritesToTheConsoleButTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("llmsim.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(Sources.PUBLISHED);
    }

    @Test
    void everyClassIsInAPackageOfItsPart() {
        classes().should().resideInAPackage("llmsim.*..").check(Sources.PUBLISHED);
    }
}
