package org.callwright.tms.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.callwright.tms.web.answer.FailureMapper;
import org.callwright.tms.web.request.BodyCapFilter;
import org.callwright.tms.web.request.SuffixFilter;
import org.callwright.tms.web.request.TokenFilter;
import org.callwright.tms.web.resource.MessagesResource;
import org.callwright.tms.web.resource.RecipientsResource;
import org.callwright.tms.web.resource.RootResource;
import org.callwright.tms.web.resource.WebhooksResource;

/** The API, at the root of the host. What no other application of the server has, it refuses. */
@ApplicationPath("/")
public class TmsApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                SuffixFilter.class,
                BodyCapFilter.class,
                TokenFilter.class,
                FailureMapper.class,
                RootResource.class,
                MessagesResource.class,
                RecipientsResource.class,
                WebhooksResource.class);
    }
}
