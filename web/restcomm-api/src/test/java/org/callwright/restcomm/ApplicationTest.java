package org.callwright.restcomm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this dialect may stand on, and that the tests run what the server runs. */
class ApplicationTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.callwright.restcomm", "org.callwright.web");

    @Test
    void testsShouldRunTheApplicationsOwnClasses(@TempDir Path folder) {
        try (World world = new World(folder)) {
            assertThat(world.parts().stream().map(Object::getClass).collect(Collectors.toSet()))
                    .isEqualTo(new RestcommApplication().getClasses());
        }
    }

    @Test
    void dialectShouldKnowNoDatabaseAndNoEngineRoom() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage(
                "jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql..", "org.callwright.persistence..",
                "org.callwright.engine.port..", "org.callwright.engine.core..", "org.callwright.media..",
                "org.callwright.sip..", "java.net.http..").check(classes);
    }

    @Test
    void sharedWebCodeShouldKnowNoDialect() {
        noClasses().that().resideInAPackage("org.callwright.web..")
                .should().dependOnClassesThat().resideInAPackage("org.callwright.restcomm..").check(classes);
    }
}
