package org.callwright.media.mgcp.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.media.mgcp.Soon.refusal;
import static org.callwright.media.mgcp.Soon.result;
import static org.callwright.media.mgcp.Soon.soon;

import java.util.concurrent.CompletionStage;
import org.callwright.media.mgcp.ScriptedServer;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an offer that a media server answers with something else than a description. */
class RefusalTest extends ScriptedWorld {

    /** Nothing here is about time. */
    private static MediaServer patient(String servers, String dialect) throws Exception {
        return start(servers, "mgcp.request-timeout", "10000", "mgcp.dialect", dialect);
    }

    private CompletionStage<String> offered(MediaServer server) throws Exception {
        return new Leg(server).connection.sdpPortManager().processSdpOffer(OFFER);
    }

    private void refuse(ScriptedServer server, Verb verb, int code) {
        server.script(command -> command.verb() == verb ? MgcpResponse.of(code, "at 192.0.2.77")
                : server.agree(command));
    }

    @ParameterizedTest
    @CsvSource({"505,SDP_NOT_ACCEPTABLE", "506,SDP_NOT_ACCEPTABLE", "534,SDP_NOT_ACCEPTABLE",
        "535,SDP_NOT_ACCEPTABLE", "509,SDP_MALFORMED",
        "400,RESOURCE_UNAVAILABLE", "401,RESOURCE_UNAVAILABLE", "403,RESOURCE_UNAVAILABLE",
        "404,RESOURCE_UNAVAILABLE", "405,RESOURCE_UNAVAILABLE", "406,RESOURCE_UNAVAILABLE",
        "407,RESOURCE_UNAVAILABLE", "409,RESOURCE_UNAVAILABLE", "410,RESOURCE_UNAVAILABLE",
        "500,RESOURCE_UNAVAILABLE", "501,RESOURCE_UNAVAILABLE", "502,RESOURCE_UNAVAILABLE",
        "515,RESOURCE_UNAVAILABLE", "520,RESOURCE_UNAVAILABLE", "521,RESOURCE_UNAVAILABLE",
        "526,RESOURCE_UNAVAILABLE", "529,RESOURCE_UNAVAILABLE", "531,RESOURCE_UNAVAILABLE",
        "540,RESOURCE_UNAVAILABLE",
        "504,INTERNAL", "510,INTERNAL", "517,INTERNAL", "532,INTERNAL", "541,INTERNAL", "801,INTERNAL",
        "300,INTERNAL"})
    void codeShouldBeToldInTheTermsOfTheSpiAndWithoutTheMachine(int code, MediaFailure failure) throws Exception {
        try (MediaServer server = patient(one.name(), "callwright")) {
            Leg leg = Leg.up(server);
            refuse(one, Verb.MDCX, code);
            MediaException renewed = refusal(leg.connection.sdpPortManager().processSdpOffer(OFFER));
            assertThat(renewed.failure()).isEqualTo(failure);
            refuse(one, Verb.CRCX, code);
            MediaException first = refusal(offered(server));
            assertThat(first.failure()).isEqualTo(failure);
            assertThat(first).hasMessage("the media server answers " + code);
            assertThat(renewed).hasMessage("the media server answers " + code);
        }
    }

    @Test
    void onlyCodeOfARestcommServerShouldMeanTheOfferWhenThereIsOne() throws Exception {
        try (MediaServer server = patient(one.name() + "*9," + two.name(), "restcomm")) {
            refuse(one, Verb.CRCX, 510);
            result(offered(server));
            assertThat(two.commands(Verb.CRCX)).as("it may as well have been something else").hasSize(1);
            refuse(two, Verb.CRCX, 510);
            assertThat(refusal(offered(server)).failure()).isEqualTo(MediaFailure.SDP_NOT_ACCEPTABLE);
            assertThat(refusal(new Leg(server).connection.sdpPortManager().generateSdpOffer()).failure())
                    .isEqualTo(MediaFailure.INTERNAL);
            one.script(one::agree);
            Leg leg = Leg.up(server);
            refuse(one, Verb.MDCX, 510);
            assertThat(refusal(leg.connection.sdpPortManager().processSdpOffer(OFFER)).failure())
                    .isEqualTo(MediaFailure.SDP_NOT_ACCEPTABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"'',1", "callwright/ivr/5,''", "callwright/ivr/*,1", "callwright/ivr/$,1", "not an endpoint,1"})
    void creationThatDoesNotNameWhatWasMadeShouldFailAndBeTakenBack(String endpoint, String connection)
            throws Exception {
        try (MediaServer server = patient(one.name() + "*9," + two.name(), "callwright")) {
            one.script(command -> command.verb() != Verb.CRCX ? one.agree(command)
                    : MgcpResponse.of(200).with("Z", endpoint).with("I", connection)
                            .withDescription(ScriptedServer.SDP));
            result(offered(server));
            assertThat(two.commands(Verb.CRCX)).hasSize(1);
            assertThat(one.commands(Verb.RQNT)).isEmpty();
            String call = parameter(last(one, Verb.CRCX), "C");
            soon("what it made is deleted", () -> one.commands(Verb.DLCX).stream()
                    .anyMatch(command -> parameter(command, "C").equals(call)
                            && command.endpoint().local().equals("callwright/ivr/*")));
            two.script(command -> command.verb() == Verb.CRCX ? MgcpResponse.of(200) : two.agree(command));
            assertThat(refusal(offered(server)).failure()).isEqualTo(MediaFailure.INTERNAL);
        }
    }
}
