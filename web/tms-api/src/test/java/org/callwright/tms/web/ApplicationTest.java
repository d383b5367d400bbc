package org.callwright.tms.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What this dialect may stand on, and that the tests run what the server runs. */
class ApplicationTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.callwright.tms.web");

    @Test
    void testsShouldRunTheApplicationsOwnClasses() {
        try (World world = new World()) {
            assertThat(world.parts().stream().map(Object::getClass).collect(Collectors.toSet()))
                    .isEqualTo(new TmsApplication().getClasses());
        }
    }

    @Test
    void dialectShouldKnowNoDatabaseAndNoEngineRoom() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage(
                "jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql..", "org.callwright.persistence..",
                "org.callwright.engine..", "org.callwright.media..", "org.callwright.sip..", "java.net.http..",
                "org.callwright.restcomm..", "org.callwright.telesign..").check(classes);
    }

    @Test
    void bodiesShouldBeReadWithoutKnowingWhatTheyAreFor() {
        noClasses().that().resideInAPackage("org.callwright.tms.web.body..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "org.callwright.tms", "org.callwright.tms.web.resource..").check(classes);
    }
}
