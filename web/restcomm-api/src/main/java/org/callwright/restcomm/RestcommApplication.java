package org.callwright.restcomm;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.callwright.restcomm.answer.AnswerFilter;
import org.callwright.restcomm.answer.FailureMapper;
import org.callwright.restcomm.request.AccessFilter;
import org.callwright.restcomm.request.BodyCapFilter;
import org.callwright.restcomm.request.RepresentationFilter;
import org.callwright.restcomm.resource.AccountsResource;
import org.callwright.restcomm.resource.ApplicationsResource;
import org.callwright.restcomm.resource.CallsResource;
import org.callwright.restcomm.resource.ClientsResource;
import org.callwright.restcomm.resource.LiveRecordingsResource;
import org.callwright.restcomm.resource.NotificationsResource;
import org.callwright.restcomm.resource.NumbersResource;
import org.callwright.restcomm.resource.RecordingsResource;
import org.callwright.restcomm.resource.SaysResource;

/** The API below the context root, which is {@code /restcomm} and, by the alias WAR, {@code /api}. */
@ApplicationPath(RestcommApplication.VERSION)
public class RestcommApplication extends Application {

    public static final String VERSION = "2012-04-24";
    /** What clients of a newer family of this API ask for; see {@link AliasApplication}. */
    public static final String ALIAS_VERSION = "2010-04-01";

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                RepresentationFilter.class,
                BodyCapFilter.class,
                AccessFilter.class,
                AnswerFilter.class,
                FailureMapper.class,
                AccountsResource.class,
                ApplicationsResource.class,
                CallsResource.class,
                ClientsResource.class,
                LiveRecordingsResource.class,
                NotificationsResource.class,
                NumbersResource.class,
                RecordingsResource.class,
                SaysResource.class);
    }
}
