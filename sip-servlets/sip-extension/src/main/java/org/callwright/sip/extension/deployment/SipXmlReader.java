package org.callwright.sip.extension.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.callwright.sip.container.application.RequestRule;
import org.callwright.sip.container.application.SipApplication.Mapping;
import org.callwright.sip.container.application.SipApplication.ServletDeclaration;
import org.callwright.sip.extension.SipExtensionLog;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads {@code WEB-INF/sip.xml} of SIP Servlet 1.0 and 1.1 (JSR 289, section 19). No document type, no entity and no
 * foreign file is ever followed.
 */
final class SipXmlReader {
    private SipXmlReader() {
    }

    static SipDeclaration read(InputStream xml) throws IOException {
        SipDeclaration declaration = new SipDeclaration(null);
        for (Element element : Elements.of(root(xml))) {
            read(element, declaration);
        }
        return declaration;
    }

    private static Element root(InputStream xml) throws IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setExpandEntityReferences(false);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(xml).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void read(Element element, SipDeclaration declaration) {
        switch (element.getLocalName()) {
            case "app-name" -> declaration.name(Elements.text(element));
            case "display-name" -> declaration.displayName(Elements.text(element));
            case "context-param" -> declaration.parameter(Elements.text(element, "param-name"),
                    Elements.text(element, "param-value"));
            case "listener" -> declaration.listener(Elements.text(element, "listener-class"));
            case "servlet" -> declaration.servlet(servlet(element));
            case "servlet-mapping" -> declaration.mapping(mapping(element));
            case "servlet-selection" -> Elements.of(element).forEach(child -> selection(child, declaration));
            case "session-config" -> declaration.sessionTimeout(
                    Integer.parseInt(Elements.text(element, "session-timeout")));
            case "proxy-config" -> Elements.of(element).forEach(child ->
                    declaration.proxyTimeout(Integer.parseInt(Elements.text(child))));
            case "description", "icon", "distributable", "resource-ref", "env-entry", "security-constraint",
                    "login-config", "security-role" -> {
                // taken from web.xml or without meaning here
            }
            default -> throw SipExtensionLog.ROOT.unknownElement(element.getLocalName());
        }
    }

    private static void selection(Element element, SipDeclaration declaration) {
        if (element.getLocalName().equals("main-servlet")) {
            declaration.mainServlet(Elements.text(element));
        } else {
            declaration.mapping(mapping(element));
        }
    }

    private static ServletDeclaration servlet(Element element) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Elements.of(element, "init-param").forEach(parameter -> parameters.put(Elements.text(parameter, "param-name"),
                Elements.text(parameter, "param-value")));
        // an empty load-on-startup means: at start, whenever
        int load = Elements.of(element, "load-on-startup").stream().map(Elements::text)
                .mapToInt(text -> text.isEmpty() ? 0 : Integer.parseInt(text)).findFirst().orElse(-1);
        return new ServletDeclaration(Elements.text(element, "servlet-name"), Elements.text(element, "servlet-class"),
                load, parameters);
    }

    private static Mapping mapping(Element element) {
        Element pattern = Elements.of(element, "pattern").stream().findFirst()
                .orElseThrow(() -> SipExtensionLog.ROOT.unknownElement(element.getLocalName()));
        return new Mapping(Elements.text(element, "servlet-name"), new RequestRule.And(rules(pattern)));
    }

    private static List<RequestRule> rules(Element element) {
        return Elements.of(element).stream().map(SipXmlReader::rule).toList();
    }

    private static RequestRule rule(Element element) {
        boolean ignoreCase = Boolean.parseBoolean(element.getAttribute("ignore-case"));
        return switch (element.getLocalName()) {
            case "and" -> new RequestRule.And(rules(element));
            case "or" -> new RequestRule.Or(rules(element));
            case "not" -> new RequestRule.Not(new RequestRule.And(rules(element)));
            case "exists" -> new RequestRule.Exists(Elements.text(element, "var"));
            case "equal" -> new RequestRule.Equal(Elements.text(element, "var"), Elements.text(element, "value"),
                    ignoreCase);
            case "contains" -> new RequestRule.Contains(Elements.text(element, "var"),
                    Elements.text(element, "value"), ignoreCase);
            case "subdomain-of" -> new RequestRule.SubdomainOf(Elements.text(element, "var"),
                    Elements.text(element, "value"));
            default -> throw SipExtensionLog.ROOT.unknownElement(element.getLocalName());
        };
    }
}
