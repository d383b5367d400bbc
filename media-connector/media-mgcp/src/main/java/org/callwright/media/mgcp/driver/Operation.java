package org.callwright.media.mgcp.driver;

import java.util.OptionalLong;
import org.callwright.media.mgcp.au.AuResult;
import org.callwright.media.mgcp.message.Signal;

/** Something that an endpoint does for a while: plays, records, listens. Exactly one of its three ends is told. */
interface Operation {

    /** What the endpoint is asked for; the number is left out towards servers that know none. */
    Signal signal(OptionalLong number);

    /**
     * The media server said how it ended.
     *
     * @param stopping whether we had asked for its end
     */
    void ended(AuResult result, boolean stopping);

    /** We ended it and heard no more of it. */
    void stopped();

    /** It can't be had, or is lost. */
    void failed(String why);
}
