package org.callwright.sip.extension.deployment;

import java.util.Map;
import java.util.Optional;
import org.callwright.sip.container.application.SipApplication.ServletDeclaration;
import org.jboss.as.server.deployment.annotation.CompositeIndex;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

/** Reads {@code @SipApplication}, {@code @SipServlet} and {@code @SipListener} from the index; no class is loaded. */
final class AnnotationReader {
    private static final DotName APPLICATION = DotName.createSimple("javax.servlet.sip.annotation.SipApplication");
    private static final DotName SERVLET = DotName.createSimple("javax.servlet.sip.annotation.SipServlet");
    private static final DotName LISTENER = DotName.createSimple("javax.servlet.sip.annotation.SipListener");

    private AnnotationReader() {
    }

    static void read(CompositeIndex index, SipDeclaration declaration) {
        for (AnnotationInstance servlet : index.getAnnotations(SERVLET)) {
            onClass(servlet).ifPresent(type -> {
                text(servlet, "applicationName").ifPresent(declaration::name);
                declaration.servlet(new ServletDeclaration(text(servlet, "name").orElse(type.simpleName()),
                        type.name().toString(), number(servlet, "loadOnStartup", -1), Map.of()));
            });
        }
        for (AnnotationInstance listener : index.getAnnotations(LISTENER)) {
            onClass(listener).ifPresent(type -> declaration.listener(type.name().toString()));
        }
        for (AnnotationInstance application : index.getAnnotations(APPLICATION)) {
            text(application, "name").ifPresent(declaration::name);
            text(application, "displayName").ifPresent(declaration::displayName);
            text(application, "mainServlet").ifPresent(declaration::mainServlet);
            if (application.value("sessionTimeout") != null) {
                declaration.sessionTimeout(application.value("sessionTimeout").asInt());
            }
            if (application.value("proxyTimeout") != null) {
                declaration.proxyTimeout(application.value("proxyTimeout").asInt());
            }
        }
    }

    private static Optional<ClassInfo> onClass(AnnotationInstance annotation) {
        return annotation.target().kind() == AnnotationTarget.Kind.CLASS ? Optional.of(annotation.target().asClass())
                : Optional.empty();
    }

    private static Optional<String> text(AnnotationInstance annotation, String member) {
        return Optional.ofNullable(annotation.value(member)).map(AnnotationValue::asString)
                .filter(value -> !value.isBlank());
    }

    private static int number(AnnotationInstance annotation, String member, int otherwise) {
        AnnotationValue value = annotation.value(member);
        return value == null ? otherwise : value.asInt();
    }
}
