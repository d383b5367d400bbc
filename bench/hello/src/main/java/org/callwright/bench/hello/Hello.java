package org.callwright.bench.hello;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Says hello. */
@Path("text")
public class Hello {

    @GET
    @Produces("text/plain")
    public String hello() {
        return "hello";
    }
}
