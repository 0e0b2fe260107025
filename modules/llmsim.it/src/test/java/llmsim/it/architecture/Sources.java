package llmsim.it.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Everything of llmsim that is published, as ArchUnit sees it. */
final class Sources {
    /** Without tests, and without what is relocated, which is not ours. */
    static final JavaClasses PUBLISHED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/llmsim/jtokkit/"))
            .withImportOption(location -> !location.contains("/llmsim/prometheus/"))
            .importPackages("llmsim");

    private Sources() {}
}
