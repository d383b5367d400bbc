package org.callwright.restcomm.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import org.callwright.accounts.Accounts;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.directory.DirectoryStore;
import org.callwright.directory.IncomingNumber;
import org.callwright.directory.NumberFilter;
import org.callwright.directory.NumberOptions;
import org.callwright.provisioning.NumberProvisioning;
import org.callwright.records.Order;
import org.callwright.records.PageRequest;
import org.callwright.restcomm.answer.Answer;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.restcomm.description.Described;
import org.callwright.restcomm.description.Described.Shape;
import org.callwright.restcomm.list.Envelope;
import org.callwright.restcomm.list.Envelope.ListNames;
import org.callwright.restcomm.list.ListParameters;
import org.callwright.restcomm.request.ApiRequest;

/**
 * Incoming phone numbers. The lists by type, {@code Local}, {@code TollFree} and {@code Mobile}, are the whole list: no
 * number has a type here. A number can't be bought, so each is attached as it is.
 */
@Path("Accounts")
@ApplicationScoped
public class NumbersResource {

    static final ListNames NAMES = new ListNames("incomingPhoneNumbers", "IncomingPhoneNumbers");
    private static final String LISTS = "{account}/IncomingPhoneNumbers{type:(/(Local|TollFree|Mobile))?}";
    private static final String INSTANCE = "{account}/IncomingPhoneNumbers/{sid:PN[^/]*}";

    private final DirectoryStore directory;
    private final NumberProvisioning numbers;
    private final Accounts accounts;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public NumbersResource() {
        this(null, null, null);
    }

    @Inject
    public NumbersResource(DirectoryStore directory, NumberProvisioning numbers, Accounts accounts) {
        this.directory = directory;
        this.numbers = numbers;
        this.accounts = accounts;
    }

    @GET
    @Path(LISTS)
    @Described(
            value = "The incoming numbers of an account", answer = Shape.PAGE, query = {"PhoneNumber",
            "FriendlyName", "Reverse"})
    public Answer list(@Context SecurityContext security, @Context UriInfo uri) {
        ApiRequest request = ApiRequest.of(security);
        ListParameters parameters = new ListParameters(uri.getQueryParameters());
        PageRequest page = ordered(parameters);
        NumberFilter filter = new NumberFilter(parameters.accounts(request, accounts),
                parameters.text("PhoneNumber"), parameters.text("FriendlyName"));
        return Envelope.around(NAMES, true, request.path(), page, directory.numbers(filter, page),
                row -> row.sid().value(), NumberElement::of);
    }

    @POST
    @Path(LISTS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(
            value = "Attaches a number", form = {"PhoneNumber", "isSIP", "FriendlyName", "VoiceUrl", "VoiceMethod",
            "VoiceFallbackUrl", "VoiceFallbackMethod", "VoiceApplicationSid", "VoiceCallerIdLookup",
            "StatusCallback", "StatusCallbackMethod", "SmsUrl", "SmsMethod", "SmsFallbackUrl", "SmsFallbackMethod",
            "SmsApplicationSid", "UssdUrl", "UssdMethod", "UssdFallbackUrl", "UssdFallbackMethod",
            "UssdApplicationSid", "ReferUrl", "ReferMethod", "ReferApplicationSid", "VoiceCapable", "SmsCapable",
            "MmsCapable", "FaxCapable"}, required = "PhoneNumber")
    public Answer create(@Context SecurityContext security, MultivaluedMap<String, String> parameters) {
        ApiRequest request = ApiRequest.of(security);
        NumberForm form = new NumberForm(new Form(parameters));
        String text = NumberProvisioning.normalized(form.number(), form.sip());
        Instant now = Instant.now();
        IncomingNumber number = form.apply(new IncomingNumber(NumberProvisioning.newSid(), request.sid(),
                request.account().organization(), text, text, form.sip(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), NumberOptions.DEFAULT, now, now));
        numbers.create(number);
        return Answer.of(NumberElement.of(number));
    }

    @GET
    @Path(INSTANCE)
    @Described("An incoming number")
    public Answer get(@Context SecurityContext security, @PathParam("sid") String sid) {
        return Answer.of(NumberElement.of(find(security, sid)));
    }

    @POST
    @Path(INSTANCE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(
            value = "Changes what a number does", form = {"FriendlyName", "VoiceUrl", "VoiceMethod",
            "VoiceFallbackUrl", "VoiceFallbackMethod", "VoiceApplicationSid", "VoiceCallerIdLookup",
            "StatusCallback", "StatusCallbackMethod", "SmsUrl", "SmsMethod", "SmsFallbackUrl", "SmsFallbackMethod",
            "SmsApplicationSid", "UssdUrl", "UssdMethod", "UssdFallbackUrl", "UssdFallbackMethod",
            "UssdApplicationSid", "ReferUrl", "ReferMethod", "ReferApplicationSid", "VoiceCapable", "SmsCapable",
            "MmsCapable", "FaxCapable"})
    public Answer change(
            @Context SecurityContext security,
            @PathParam("sid") String sid,
            MultivaluedMap<String, String> parameters) {
        IncomingNumber number = new NumberForm(new Form(parameters)).apply(find(security, sid));
        numbers.change(number);
        return Answer.of(NumberElement.of(number));
    }

    @PUT
    @Path(INSTANCE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(
            value = "The same as POST", form = {"FriendlyName", "VoiceUrl", "VoiceMethod", "VoiceFallbackUrl",
            "VoiceFallbackMethod", "VoiceApplicationSid", "VoiceCallerIdLookup", "StatusCallback",
            "StatusCallbackMethod", "SmsUrl", "SmsMethod", "SmsFallbackUrl", "SmsFallbackMethod",
            "SmsApplicationSid", "UssdUrl", "UssdMethod", "UssdFallbackUrl", "UssdFallbackMethod",
            "UssdApplicationSid", "ReferUrl", "ReferMethod", "ReferApplicationSid", "VoiceCapable", "SmsCapable",
            "MmsCapable", "FaxCapable"})
    public Answer put(
            @Context SecurityContext security,
            @PathParam("sid") String sid,
            MultivaluedMap<String, String> parameters) {
        return change(security, sid, parameters);
    }

    @DELETE
    @Path(INSTANCE)
    @Described(value = "Gives a number up", answer = Shape.NO_CONTENT)
    public Response delete(@Context SecurityContext security, @PathParam("sid") String sid) {
        numbers.remove(find(security, sid));
        return Response.noContent().build();
    }

    /** By number, or by SortBy's attribute; the direction comes from Reverse. */
    private static PageRequest ordered(ListParameters parameters) {
        PageRequest page = parameters.page();
        boolean reverse = parameters.text("Reverse").filter("true"::equalsIgnoreCase).isPresent();
        boolean byName = page.order().attribute().equals("FriendlyName");
        return new PageRequest(page.number(), page.size(), page.limit(), page.after(),
                new Order(byName ? "FriendlyName" : "PhoneNumber", reverse || page.order().descending()));
    }

    private IncomingNumber find(SecurityContext security, String text) {
        IncomingNumber number = directory.number(Sids.read(text, PhoneNumberSid::new)).orElseThrow(
                () -> ApiException.notFound("Number"));
        Sids.checkOwner(number.account(), ApiRequest.of(security));
        return number;
    }
}
