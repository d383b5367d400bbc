package org.callwright.persistence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

/** The database stays in its room. */
class StorageArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.callwright");

    @Test
    void noJpaTypeShouldBeUsedOutsideOfPersistence() {
        noClasses().that().resideOutsideOfPackage("org.callwright.persistence..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "jakarta.persistence..", "org.hibernate..", "org.flywaydb..")
                .check(classes);
    }

    @Test
    void entitiesShouldNotBePublic() {
        classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate().check(classes);
    }

    @Test
    void nobodyShouldDependOnPersistence() {
        noClasses().that().resideOutsideOfPackage("org.callwright.persistence..")
                .should().dependOnClassesThat().resideInAPackage("org.callwright.persistence..").check(classes);
    }

    @Test
    void accountsAndRecordsShouldKnowNothingOfTheEngine() {
        noClasses().that().resideInAnyPackage("org.callwright.accounts..", "org.callwright.records..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "org.callwright.engine..", "org.callwright.directory..", "org.callwright.bootstrap..")
                .check(classes);
    }
}
