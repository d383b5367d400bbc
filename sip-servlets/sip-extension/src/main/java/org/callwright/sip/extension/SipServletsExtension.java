package org.callwright.sip.extension;

import org.callwright.sip.extension.model.SipSubsystemDefinition;
import org.callwright.sip.extension.model.SipSubsystemParser;
import org.jboss.as.controller.Extension;
import org.jboss.as.controller.ExtensionContext;
import org.jboss.as.controller.ModelVersion;
import org.jboss.as.controller.SubsystemRegistration;
import org.jboss.as.controller.operations.common.GenericSubsystemDescribeHandler;
import org.jboss.as.controller.parsing.ExtensionParsingContext;
import org.jboss.as.controller.registry.ManagementResourceRegistration;

/** Subsystem {@code sip-servlets}, XML namespace {@code urn:callwright:sip-servlets:1.0}. */
public class SipServletsExtension implements Extension {
    public static final String SUBSYSTEM = "sip-servlets";
    private static final ModelVersion VERSION = ModelVersion.create(1, 0, 0);

    private final SipSubsystemParser parser = new SipSubsystemParser();

    @Override
    public void initialize(ExtensionContext context) {
        SubsystemRegistration subsystem = context.registerSubsystem(SUBSYSTEM, VERSION);
        ManagementResourceRegistration root = subsystem.registerSubsystemModel(
                new SipSubsystemDefinition(context.isRuntimeOnlyRegistrationValid()));
        root.registerOperationHandler(GenericSubsystemDescribeHandler.DEFINITION,
                GenericSubsystemDescribeHandler.INSTANCE);
        subsystem.registerXMLElementWriter(parser);
    }

    @Override
    public void initializeParsers(ExtensionParsingContext context) {
        context.setSubsystemXmlMapping(SUBSYSTEM, SipSubsystemParser.NAMESPACE, parser);
    }
}
