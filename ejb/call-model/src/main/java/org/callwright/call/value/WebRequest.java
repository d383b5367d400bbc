package org.callwright.call.value;

import java.util.List;

/** A request to an application: parameters go into the form body of a POST or the query of a GET. */
public record WebRequest(WebTarget target, List<Parameter> parameters) {

    public WebRequest {
        parameters = List.copyOf(parameters);
    }
}
