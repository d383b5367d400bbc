package org.callwright.sip;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of this room: the container below can be replaced, and a SIP thread is never held up. */
@AnalyzeClasses(packages = "org.callwright.sip", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheServletApiShouldBeUsed = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage(
                    "org.mobicents..", "gov.nist..", "javax.sip..", "org.callwright.sip.container..")
            .because("the application stays on the JSR 289 API");

    @ArchTest
    static final ArchRule nothingShouldWait = noClasses()
            .should().callMethod(Thread.class, "sleep", long.class)
            .orShould().callMethod(Object.class, "wait")
            .orShould().callMethod(Object.class, "wait", long.class)
            .orShould().dependOnClassesThat().resideInAnyPackage(
                    "java.sql..", "jakarta.persistence..", "java.net.http..", "java.util.concurrent.locks..")
            .because("SIP threads must not block");
}
