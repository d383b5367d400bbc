package org.callwright.sip.container.application;

import javax.servlet.sip.SipServletRequest;
import org.mobicents.servlet.sip.core.descriptor.MatchingRule;
import org.mobicents.servlet.sip.core.descriptor.MobicentsSipServletMapping;

/** A mapping of the declaration in the form the core asks for. */
record ServletMapping(SipApplication.Mapping mapping) implements MobicentsSipServletMapping, MatchingRule {

    @Override
    public String getServletName() {
        return mapping.servlet();
    }

    @Override
    public MatchingRule getMatchingRule() {
        return this;
    }

    @Override
    public boolean matches(SipServletRequest request) {
        return mapping.rule().matches(request);
    }

    @Override
    public String getExpression() {
        return mapping.rule().toString();
    }

    @Override
    public void setServletName(String name) {
        throw new UnsupportedOperationException("a deployed SIP application is not changed");
    }

    @Override
    public void setMatchingRule(MatchingRule rule) {
        throw new UnsupportedOperationException("a deployed SIP application is not changed");
    }
}
