package org.callwright.provisioning;

import static org.callwright.provisioning.ProvisioningException.Reason.BAD_VALUE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.callwright.call.value.AccountSid;
import org.callwright.directory.ApplicationSid;
import org.callwright.directory.DirectoryStore;
import org.callwright.directory.NumberDirectory;
import org.callwright.directory.VoiceApplication;

/** Applications, and the rule that an account names its own ones only. */
@ApplicationScoped
public class Applications {

    private final DirectoryStore directory;
    private final NumberDirectory routes;

    /** For the container's proxy. */
    protected Applications() {
        this(null, null);
    }

    @Inject
    public Applications(DirectoryStore directory, NumberDirectory routes) {
        this.directory = directory;
        this.routes = routes;
    }

    public static ApplicationSid newSid() {
        return new ApplicationSid(NewSids.withPrefix("AP"));
    }

    /** The account's own application. */
    public Optional<VoiceApplication> find(AccountSid account, ApplicationSid sid) {
        return directory.application(sid).filter(application -> application.account().equals(account));
    }

    @Transactional
    public void save(VoiceApplication application) {
        directory.save(application);
        routes.forgetCached();
    }

    /** Removes it; numbers and clients that name it are without it from now on. */
    @Transactional
    public void remove(VoiceApplication application) {
        directory.remove(application);
        routes.forgetCached();
    }

    void check(AccountSid account, Optional<ApplicationSid> sid) {
        if (sid.isPresent() && find(account, sid.get()).isEmpty()) {
            throw new ProvisioningException(BAD_VALUE, "ApplicationSid is no application of this account");
        }
    }
}
