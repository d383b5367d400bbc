package org.callwright.sip.extension.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.callwright.sip.container.application.RequestRule;
import org.callwright.sip.container.application.SipApplication;
import org.junit.jupiter.api.Test;

class SipXmlReaderTest {

    @Test
    void descriptorShouldGiveTheWholeApplication() throws IOException {
        SipApplication application = read("""
                <sip-app xmlns="http://www.jcp.org/xml/ns/sipservlet" version="1.1">
                  <app-name>calls</app-name>
                  <display-name>Calls</display-name>
                  <context-param><param-name>a</param-name><param-value>b</param-value></context-param>
                  <listener><listener-class>x.Heard</listener-class></listener>
                  <servlet-selection><main-servlet>main</main-servlet></servlet-selection>
                  <servlet>
                    <servlet-name>main</servlet-name>
                    <servlet-class>x.Main</servlet-class>
                    <init-param><param-name>k</param-name><param-value>v</param-value></init-param>
                    <load-on-startup>2</load-on-startup>
                  </servlet>
                  <session-config><session-timeout>30</session-timeout></session-config>
                  <proxy-config><proxy-timeout>20</proxy-timeout></proxy-config>
                </sip-app>
                """).build().orElseThrow();
        assertThat(application.name()).isEqualTo("calls");
        assertThat(application.displayName()).isEqualTo("Calls");
        assertThat(application.mainServlet()).contains("main");
        assertThat(application.listeners()).containsExactly("x.Heard");
        assertThat(application.parameters()).containsExactly(Map.entry("a", "b"));
        assertThat(application.servlets()).containsExactly(
                new SipApplication.ServletDeclaration("main", "x.Main", 2, Map.of("k", "v")));
        assertThat(application.sessionTimeout()).isEqualTo(30);
        assertThat(application.proxyTimeout()).isEqualTo(20);
    }

    @Test
    void servletMappingShouldBecomeARule() throws IOException {
        SipApplication application = read("""
                <sip-app>
                  <app-name>calls</app-name>
                  <servlet><servlet-name>s</servlet-name><servlet-class>x.S</servlet-class></servlet>
                  <servlet-mapping>
                    <servlet-name>s</servlet-name>
                    <pattern>
                      <or>
                        <equal ignore-case="true"><var>request.uri.user</var><value>Bob</value></equal>
                        <not><exists><var>request.uri.user</var></exists></not>
                      </or>
                    </pattern>
                  </servlet-mapping>
                </sip-app>
                """).build().orElseThrow();
        assertThat(application.mappings()).containsExactly(new SipApplication.Mapping("s", new RequestRule.And(List.of(
                new RequestRule.Or(List.of(new RequestRule.Equal("request.uri.user", "Bob", true),
                        new RequestRule.Not(new RequestRule.And(List.of(
                                new RequestRule.Exists("request.uri.user"))))))))));
    }

    @Test
    void severalServletsWithoutSelectionShouldBeNoApplication() throws IOException {
        assertThat(read("<sip-app><servlet><servlet-name>a</servlet-name><servlet-class>x.A</servlet-class></servlet>"
                + "<servlet><servlet-name>b</servlet-name><servlet-class>x.B</servlet-class></servlet></sip-app>")
                .build()).isEmpty();
    }

    @Test
    void documentTypeShouldBeRefused() {
        assertThatThrownBy(() -> read("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + "<sip-app><app-name>&e;</app-name></sip-app>")).isInstanceOf(IOException.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void unknownElementShouldBeNamed() {
        assertThatThrownBy(() -> read("<sip-app><surprise/></sip-app>")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CWSIP2505").hasMessageContaining("surprise");
    }

    @Test
    void descriptorShouldWinOverAnnotations() throws IOException {
        SipDeclaration annotations = new SipDeclaration("module");
        annotations.servlet(new SipApplication.ServletDeclaration("S", "x.S", -1, Map.of()));
        annotations.sessionTimeout(3);
        annotations.override(read("<sip-app><app-name>calls</app-name><servlet><servlet-name>renamed</servlet-name>"
                + "<servlet-class>x.S</servlet-class><load-on-startup/></servlet></sip-app>"));
        SipApplication application = annotations.build().orElseThrow();
        assertThat(application.name()).isEqualTo("calls");
        assertThat(application.mainServlet()).contains("renamed");
        assertThat(application.servlets()).containsExactly(
                new SipApplication.ServletDeclaration("renamed", "x.S", 0, Map.of()));
        assertThat(application.sessionTimeout()).isEqualTo(3);
    }

    private static SipDeclaration read(String xml) throws IOException {
        return SipXmlReader.read(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }
}
