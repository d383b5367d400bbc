package org.callwright.sip.container.application;

import java.lang.reflect.Method;
import java.util.List;
import javax.servlet.sip.SipServletRequest;
import org.mobicents.servlet.sip.annotation.ConcurrencyControlMode;
import org.mobicents.servlet.sip.core.SipContext;
import org.mobicents.servlet.sip.core.SipListeners;
import org.mobicents.servlet.sip.core.descriptor.MobicentsSipServletMapping;
import org.mobicents.servlet.sip.core.message.MobicentsSipServletRequest;
import org.mobicents.servlet.sip.core.security.MobicentsSipLoginConfig;
import org.mobicents.servlet.sip.core.security.SipDigestAuthenticator;
import org.mobicents.servlet.sip.ruby.SipRubyController;

/**
 * The half of the core's view of an application that its declaration answers. A declaration does not change after
 * deployment, so what the core offers for building one up step by step is refused.
 */
abstract class DeclaredContext implements SipContext {
    protected final SipApplication declaration;
    private int sessionTimeout;
    private ConcurrencyControlMode concurrency = ConcurrencyControlMode.SipApplicationSession;

    DeclaredContext(SipApplication declaration) {
        this.declaration = declaration;
        this.sessionTimeout = declaration.sessionTimeout();
    }

    private static UnsupportedOperationException fixed() {
        return new UnsupportedOperationException("a deployed SIP application is not changed");
    }

    @Override
    public String getApplicationName() {
        return declaration.name();
    }

    @Override
    public String getDescription() {
        return declaration.displayName();
    }

    @Override
    public boolean isMainServlet() {
        return declaration.mainServlet().isPresent();
    }

    @Override
    public String getMainServlet() {
        return declaration.mainServlet().orElse(null);
    }

    @Override
    public String getServletHandler() {
        return getMainServlet();
    }

    @Override
    public int getProxyTimeout() {
        return declaration.proxyTimeout();
    }

    @Override
    public int getSipApplicationSessionTimeout() {
        return sessionTimeout;
    }

    @Override
    public void setSipApplicationSessionTimeout(int minutes) {
        sessionTimeout = minutes;
    }

    @Override
    public String[] findSipApplicationListeners() {
        return declaration.listeners().toArray(String[]::new);
    }

    @Override
    public List<MobicentsSipServletMapping> findSipServletMappings() {
        return declaration.mappings().stream().<MobicentsSipServletMapping>map(ServletMapping::new).toList();
    }

    @Override
    public MobicentsSipServletMapping findSipServletMappings(SipServletRequest request) {
        return declaration.mappings().stream().filter(mapping -> mapping.rule().matches(request)).findFirst()
                .map(ServletMapping::new).orElse(null);
    }

    @Override
    public ConcurrencyControlMode getConcurrencyControlMode() {
        return concurrency;
    }

    @Override
    public void setConcurrencyControlMode(ConcurrencyControlMode mode) {
        concurrency = mode;
    }

    /** Application-keyed sessions ({@code @SipApplicationKey}) are not offered. */
    @Override
    public Method getSipApplicationKeyMethod() {
        return null;
    }

    /** Authentication is the application's: it knows its clients. */
    @Override
    public MobicentsSipLoginConfig getSipLoginConfig() {
        return null;
    }

    @Override
    public boolean authorize(MobicentsSipServletRequest request) {
        return true;
    }

    @Override
    public SipDigestAuthenticator getDigestAuthenticator() {
        return null;
    }

    @Override
    public SipRubyController getSipRubyController() {
        return null;
    }

    @Override
    public boolean isPackageProtectionEnabled() {
        return false;
    }

    @Override
    public String getEngineName() {
        return "callwright";
    }

    @Override
    public String getSmallIcon() {
        return null;
    }

    @Override
    public String getLargeIcon() {
        return null;
    }

    @Override
    public void setApplicationName(String name) {
        throw fixed();
    }

    @Override
    public void setDescription(String description) {
        throw fixed();
    }

    @Override
    public void setSmallIcon(String icon) {
        throw fixed();
    }

    @Override
    public void setLargeIcon(String icon) {
        throw fixed();
    }

    @Override
    public void setListeners(SipListeners listeners) {
        throw fixed();
    }

    @Override
    public void setMainServlet(String servlet) {
        throw fixed();
    }

    @Override
    public void setServletHandler(String servlet) {
        throw fixed();
    }

    @Override
    public void setProxyTimeout(int seconds) {
        throw fixed();
    }

    @Override
    public void addSipApplicationListener(String listener) {
        throw fixed();
    }

    @Override
    public void removeSipApplicationListener(String listener) {
        throw fixed();
    }

    @Override
    public void setSipApplicationKeyMethod(Method method) {
        throw fixed();
    }

    @Override
    public void setSipLoginConfig(MobicentsSipLoginConfig config) {
        throw fixed();
    }

    @Override
    public void addSipServletMapping(MobicentsSipServletMapping mapping) {
        throw fixed();
    }

    @Override
    public void removeSipServletMapping(MobicentsSipServletMapping mapping) {
        throw fixed();
    }

    @Override
    public void setSipRubyController(SipRubyController controller) {
        throw fixed();
    }
}
