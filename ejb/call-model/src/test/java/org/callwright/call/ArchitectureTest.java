package org.callwright.call;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.TransformerFactory;
import org.callwright.call.rcml.HardenedXml;

@AnalyzeClasses(packages = "org.callwright.call", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule modelShouldDependOnNothingButTheJdk = classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.xml.stream", "org.callwright.call..");

    @ArchTest
    static final ArchRule onlyTheHardenedReaderShouldReadXml = noClasses()
            .that().doNotHaveFullyQualifiedName(HardenedXml.class.getName())
            .should().dependOnClassesThat().belongToAnyOf(XMLInputFactory.class, DocumentBuilderFactory.class,
                    SAXParserFactory.class, TransformerFactory.class);

    @ArchTest
    static final ArchRule hardenedReaderShouldUseTheJdksParser = noClasses()
            .should().callMethod(XMLInputFactory.class, "newInstance")
            .orShould().callMethod(XMLInputFactory.class, "newFactory");

    @ArchTest
    static final ArchRule nobodyShouldReadAClockOrDrawLots = noClasses()
            .should().dependOnClassesThat().belongToAnyOf(Clock.class, Random.class, SecureRandom.class, UUID.class)
            .orShould().callMethod(Instant.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule nobodyShouldDoInputOrOutput = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("java.nio.file..", "java.net.http..", "java.sql..")
            .orShould().dependOnClassesThat().haveNameMatching("java\\.net\\.(Socket|URL|URLConnection|Inet.*)")
            .orShould().dependOnClassesThat().haveNameMatching("java\\.io\\.File.*");

    @ArchTest
    static final ArchRule documentsShouldNotKnowOfCalls = noClasses().that().resideInAPackage("..rcml")
            .should().dependOnClassesThat().resideInAnyPackage("..verb", "..state", "..machine", "..codec");

    @ArchTest
    static final ArchRule programsShouldNotKnowTheMachine = noClasses().that().resideInAPackage("..program")
            .should().dependOnClassesThat().resideInAnyPackage("..state", "..machine", "..codec");

    @ArchTest
    static final ArchRule verbsShouldNotKnowTheMachine = noClasses().that().resideInAPackage("..verb")
            .should().dependOnClassesThat().resideInAnyPackage("..state", "..machine", "..codec");
}
