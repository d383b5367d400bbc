package org.callwright.sip.container.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import javax.servlet.sip.Address;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import org.junit.jupiter.api.Test;

/** One request, INVITE sip:bob@pbx.example.com from "Alice", against rules of all kinds. */
class RequestRuleTest {
    private final SipURI uri = answering(SipURI.class, "sip:bob@pbx.example.com");
    private final Address from = answering(Address.class, "\"Alice\" <sip:bob@pbx.example.com>");
    private final SipServletRequest request = answering(SipServletRequest.class, "INVITE");

    @Test
    void methodAndPartsOfTheUriShouldBeCompared() {
        assertThat(equal("request.method", "INVITE", false)).isTrue();
        assertThat(equal("request.method", "invite", false)).isFalse();
        assertThat(equal("request.method", "invite", true)).isTrue();
        assertThat(equal("request.uri.scheme", "sip", false)).isTrue();
        assertThat(equal("request.uri.user", "bob", false)).isTrue();
        assertThat(equal("request.uri.port", "5060", false)).isTrue();
        assertThat(equal("request.from.display-name", "Alice", false)).isTrue();
        assertThat(equal("request.from.uri.host", "pbx.example.com", false)).isTrue();
    }

    @Test
    void unknownOrAbsentVariablesShouldNotMatch() {
        assertThat(equal("request.uri.tel", "bob", false)).isFalse();
        assertThat(equal("request.route", "x", false)).isFalse();
        assertThat(equal("session.user", "bob", false)).isFalse();
        assertThat(new RequestRule.Exists("request.uri.param.x").matches(request)).isFalse();
        assertThat(new RequestRule.Exists("request").matches(request)).isFalse();
    }

    @Test
    void subdomainShouldMatchWholeLabelsOnly() {
        assertThat(new RequestRule.SubdomainOf("request.uri.host", "example.com").matches(request)).isTrue();
        assertThat(new RequestRule.SubdomainOf("request.uri.host", "ample.com").matches(request)).isFalse();
    }

    @Test
    void rulesShouldCombine() {
        RequestRule yes = new RequestRule.Contains("request.uri.host", "EXAMPLE", true);
        RequestRule no = new RequestRule.Contains("request.uri.host", "EXAMPLE", false);
        assertThat(new RequestRule.And(List.of(yes, no)).matches(request)).isFalse();
        assertThat(new RequestRule.Or(List.of(no, yes)).matches(request)).isTrue();
        assertThat(new RequestRule.Not(no).matches(request)).isTrue();
    }

    private boolean equal(String variable, String value, boolean ignoreCase) {
        return new RequestRule.Equal(variable, value, ignoreCase).matches(request);
    }

    private <T> T answering(Class<T> type, String text) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getMethod", "toString" -> text;
                    case "getRequestURI", "getURI" -> uri;
                    case "getFrom" -> from;
                    case "getDisplayName" -> "Alice";
                    case "getScheme" -> "sip";
                    case "getUser" -> "bob";
                    case "getHost" -> "pbx.example.com";
                    case "getPort" -> -1;
                    case "isSecure" -> false;
                    default -> null;
                }));
    }
}
