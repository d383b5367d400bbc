package __redirected;

import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** Stands for the XML factory that a server on JBoss Modules names by a system property; counts its use. */
public final class ServerDocumentBuilderFactory extends DocumentBuilderFactory {

    public static final AtomicInteger MADE = new AtomicInteger();

    private final DocumentBuilderFactory jdk = DocumentBuilderFactory.newDefaultInstance();

    public ServerDocumentBuilderFactory() {
        MADE.incrementAndGet();
    }

    @Override
    public DocumentBuilder newDocumentBuilder() throws ParserConfigurationException {
        jdk.setNamespaceAware(isNamespaceAware());
        jdk.setExpandEntityReferences(isExpandEntityReferences());
        return jdk.newDocumentBuilder();
    }

    @Override
    public void setAttribute(String name, Object value) {
        jdk.setAttribute(name, value);
    }

    @Override
    public Object getAttribute(String name) {
        return jdk.getAttribute(name);
    }

    @Override
    public void setFeature(String name, boolean value) throws ParserConfigurationException {
        jdk.setFeature(name, value);
    }

    @Override
    public boolean getFeature(String name) throws ParserConfigurationException {
        return jdk.getFeature(name);
    }
}
