package org.callwright.restcomm.resource;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.Optional;
import org.callwright.call.value.Modification;
import org.callwright.call.value.Modification.Ending;
import org.callwright.call.value.WebTarget;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;

/** The form by which a call that is under way is changed. Status wins over Url, as there is nothing left to run it on. */
final class ModificationForm {

    private final Form form;

    ModificationForm(MultivaluedMap<String, String> form) {
        this.form = new Form(form);
    }

    /** @throws ApiException naming what is missing or can't be used */
    Modification read() {
        Ending ending = form.named("Status", ModificationForm::ending).orElse(Ending.NONE);
        Optional<WebTarget> document = target("Url", "Method");
        boolean mute = form.flag("Mute", false);
        if (ending == Ending.NONE && document.isEmpty() && !form.has("Mute")) {
            throw new ApiException(ApiError.MISSING_PARAMETER, "One of Url, Status and Mute must be given");
        }
        if (mute) {
            throw new ApiException(ApiError.NOT_MUTABLE, "Calls cannot be muted yet");
        }
        return new Modification(ending, ending == Ending.NONE ? document : Optional.empty(),
                target("FallbackUrl", "FallbackMethod"), target("StatusCallback", "StatusCallbackMethod"));
    }

    private Optional<WebTarget> target(String urlName, String methodName) {
        return form.target(urlName, methodName, Optional.empty());
    }

    private static Optional<Ending> ending(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "completed" -> Optional.of(Ending.COMPLETED);
            case "canceled" -> Optional.of(Ending.CANCELED);
            default -> Optional.empty();
        };
    }
}
