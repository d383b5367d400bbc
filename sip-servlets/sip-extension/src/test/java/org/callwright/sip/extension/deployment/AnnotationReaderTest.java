package org.callwright.sip.extension.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import javax.servlet.sip.SipServlet;
import org.callwright.sip.container.application.SipApplication;
import org.jboss.as.server.deployment.annotation.CompositeIndex;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.Test;

class AnnotationReaderTest {

    @javax.servlet.sip.annotation.SipServlet(loadOnStartup = 3)
    static class First extends SipServlet {
        private static final long serialVersionUID = 1L;
    }

    @javax.servlet.sip.annotation.SipServlet(name = "probe", applicationName = "theirs")
    static class Second extends SipServlet {
        private static final long serialVersionUID = 1L;
    }

    @javax.servlet.sip.annotation.SipListener
    static class Heard {
    }

    @Test
    void servletWithoutNameShouldHaveTheNameOfItsClass() throws IOException {
        SipApplication application = read(First.class).build().orElseThrow();
        assertThat(application.name()).isEqualTo("module");
        assertThat(application.mainServlet()).contains("First");
        assertThat(application.servlets()).containsExactly(
                new SipApplication.ServletDeclaration("First", First.class.getName(), 3, Map.of()));
        assertThat(application.sessionTimeout()).isEqualTo(SipApplication.DEFAULT_SESSION_TIMEOUT);
    }

    @Test
    void applicationAnnotationShouldNameApplicationAndMainServlet() throws IOException, ClassNotFoundException {
        SipApplication application = read(First.class, Second.class, Heard.class,
                Class.forName("org.callwright.sip.extension.app.package-info")).build().orElseThrow();
        assertThat(application.name()).isEqualTo("probe");
        assertThat(application.mainServlet()).contains("probe");
        assertThat(application.listeners()).containsExactly(Heard.class.getName());
        assertThat(application.sessionTimeout()).isEqualTo(5);
    }

    @Test
    void classesWithoutSipAnnotationsShouldBeNoApplication() throws IOException {
        assertThat(read(AnnotationReaderTest.class).isEmpty()).isTrue();
    }

    private static SipDeclaration read(Class<?>... classes) throws IOException {
        Indexer indexer = new Indexer();
        for (Class<?> type : classes) {
            try (InputStream bytes = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
                indexer.index(bytes);
            }
        }
        Index index = indexer.complete();
        SipDeclaration declaration = new SipDeclaration("module");
        AnnotationReader.read(new CompositeIndex(List.of(index)), declaration);
        return declaration;
    }
}
