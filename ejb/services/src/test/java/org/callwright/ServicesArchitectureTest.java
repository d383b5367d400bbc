package org.callwright;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the packages of the services may not know of each other and of the world. */
@AnalyzeClasses(packages = "org.callwright", importOptions = ImportOption.DoNotIncludeTests.class)
class ServicesArchitectureTest {

    @ArchTest
    static final ArchRule NO_HTTP_CLIENT_BUT_THE_GUARDED_ONE = noClasses()
            .that().resideOutsideOfPackage("org.callwright.http..")
            .should().dependOnClassesThat().resideInAnyPackage("java.net.http..", "org.apache.hc..", "jakarta.ws.rs.client..")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.net.URLConnection")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.net.HttpURLConnection")
            .orShould().callMethod(java.net.URL.class, "openStream")
            .orShould().callMethod(java.net.URL.class, "openConnection");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NO_PERSISTENCE_AND_NO_WEB = noClasses()
            .that().resideInAnyPackage("org.callwright.engine..", "org.callwright.http..", "org.callwright.speech..")
            .should().dependOnClassesThat().resideInAnyPackage("jakarta.persistence..", "jakarta.ws.rs..",
                    "jakarta.servlet..", "java.sql..", "javax.sql..", "org.callwright.persistence..");

    @ArchTest
    static final ArchRule THE_MACHINE_ROOM_KNOWS_NO_EE_NO_CACHE_NO_MEDIA = noClasses()
            .that().resideInAnyPackage("org.callwright.engine.core..", "org.callwright.engine.port..")
            .should().dependOnClassesThat().resideInAnyPackage("jakarta..", "org.infinispan..",
                    "org.callwright.media..", "org.callwright.engine.media..", "org.callwright.engine.ee..",
                    "org.callwright.http..", "org.callwright.speech..");

    @ArchTest
    static final ArchRule ONLY_THE_SERVERS_ROOM_KNOWS_EE = noClasses()
            .that().resideInAnyPackage("org.callwright.engine.media..", "org.callwright.engine.timer..",
                    "org.callwright.engine.store..", "org.callwright.http..", "org.callwright.speech..")
            .should().dependOnClassesThat().resideInAnyPackage("jakarta..");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS_IN_THE_ENGINE = noClasses()
            .that().resideInAnyPackage("org.callwright.engine..", "org.callwright.http..", "org.callwright.speech..")
            .should().callMethod(Thread.class, "sleep", long.class);
}
