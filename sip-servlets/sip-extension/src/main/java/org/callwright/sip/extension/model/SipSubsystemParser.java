package org.callwright.sip.extension.model;

import org.callwright.sip.extension.SipServletsExtension;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.PersistentResourceXMLDescription;
import org.jboss.as.controller.PersistentResourceXMLParser;
import org.jboss.as.controller.descriptions.ModelDescriptionConstants;

/** The subsystem in the server's configuration file: every attribute an XML attribute, every connector an element. */
public class SipSubsystemParser extends PersistentResourceXMLParser {
    public static final String NAMESPACE = "urn:callwright:sip-servlets:1.0";

    @Override
    public PersistentResourceXMLDescription getParserDescription() {
        return PersistentResourceXMLDescription
                .builder(PathElement.pathElement(ModelDescriptionConstants.SUBSYSTEM, SipServletsExtension.SUBSYSTEM),
                        NAMESPACE)
                .addAttributes(SipSubsystemDefinition.ATTRIBUTES)
                .addChild(PersistentResourceXMLDescription.builder(ConnectorDefinition.PATH)
                        .addAttributes(ConnectorDefinition.ATTRIBUTES))
                .build();
    }
}
