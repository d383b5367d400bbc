package org.callwright.restcomm;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * The same API under the version that client libraries of its elder relative ask for. Those put an endpoint of theirs,
 * such as {@code https://host/restcomm}, in front of the URIs of a list, and take {@code null} for no page: so here the
 * URIs of lists begin behind the context, and a page that is not there is {@code null}. All else is as it is.
 */
@ApplicationPath(RestcommApplication.ALIAS_VERSION)
public class AliasApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return new RestcommApplication().getClasses();
    }
}
