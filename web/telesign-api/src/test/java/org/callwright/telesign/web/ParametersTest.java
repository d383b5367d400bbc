package org.callwright.telesign.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import org.callwright.call.program.VoiceMessage;
import org.callwright.call.program.VoiceMessage.Answer;
import org.callwright.call.program.VoiceMessage.Prompt;
import org.callwright.call.program.VoiceMessage.Repeat;
import org.callwright.telesign.VoiceTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every parameter of POST /v1/voice: what is taken and what is refused with which code. */
class ParametersTest {

    private final World world = new World("CALLWRIGHT_TELESIGN_DESTINATION_CALLS", "0");

    @AfterEach
    void close() {
        world.close();
    }

    private VoiceMessage message(String more) {
        World.Reply reply = world.post(World.GOOD + "&" + more);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return (VoiceMessage) world.engine.placed.get(world.engine.placed.size() - 1).program();
    }

    private void assertRefused(String form, int code, String description) {
        World.Reply reply = world.post(form);
        assertThat(reply.status()).as(form + " " + reply.body()).isEqualTo(400);
        assertThat(reply.code()).as(form).isEqualTo(code);
        assertThat(reply.description()).isEqualTo(description);
        assertThat(world.engine.placed).isEmpty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''|12000|Missing required parameter phone_number",
        "message=x&message_type=OTP|12000|Missing required parameter phone_number",
        "phone_number=&message=x&message_type=OTP|12000|Missing required parameter phone_number",
        "phone_number=16515551000&message_type=OTP|12009|Missing required parameter message",
        "phone_number=16515551000&message=&message_type=OTP|12009|Missing required parameter message",
        "phone_number=16515551000&message=x|12017|Missing required parameter message_type",
        "phone_number=abc&message=x|12017|Missing required parameter message_type",
        "phone_number=%FF&message=x|12017|Missing required parameter message_type",
    })
    void missingParametersShouldBeToldInTheirOrderAndBeforeBadOnes(String form, int code, String description) {
        assertRefused(form == null ? "" : form, code, description);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "phone_number=abc|11000|Invalid value for parameter phone_number",
        "phone_number=1651555100|11000|Invalid value for parameter phone_number",
        "phone_number=165155510000|11000|Invalid value for parameter phone_number",
        "phone_number=1|11000|Invalid value for parameter phone_number",
        "phone_number=%2B%2B16515551000|11000|Invalid value for parameter phone_number",
        "phone_number=%FF|11000|Invalid value for parameter phone_number",
        "phone_number=999123456789|11001|Invalid country code for parameter phone_number",
        "message=%FF|11009|Invalid value for parameter message",
        "message=%2|11009|Invalid value for parameter message",
        "message=+++|11009|Invalid value for parameter message",
        "message_type=SMS|11017|Invalid value for parameter message_type",
        "message_type=%FF|11017|Invalid value for parameter message_type",
        "voice=m-en-US|11018|Invalid value for parameter voice",
        "voice=f-xx-YY|11018|Invalid value for parameter voice",
        "voice=%FF|11018|Invalid value for parameter voice",
        "select_digits=11|11009|Invalid value for parameter select_digits",
        "select_digits=1a|11009|Invalid value for parameter select_digits",
        "select_digits=01234567890|11009|Invalid value for parameter select_digits",
        "select_digits=12&repeat_digit=1|11009|Invalid value for parameter select_digits",
        "repeat_digit=12|11009|Invalid value for parameter repeat_digit",
        "repeat_digit=*|11009|Invalid value for parameter repeat_digit",
        "prompt_message=Press|11009|Invalid value for parameter prompt_digit",
        "prompt_digit=7|11009|Invalid value for parameter prompt_message",
        "prompt_message=Press&prompt_digit=77|11009|Invalid value for parameter prompt_digit",
        "tts_message_1=%FF|11009|Invalid value for parameter tts_message_1",
        "tts_repeat=%FF|11009|Invalid value for parameter tts_repeat",
        "callback_url=|11004|Invalid value for parameter callback_url",
        "callback_url=ftp://a.example/|11004|Invalid value for parameter callback_url",
        "callback_url=nonsense|11004|Invalid value for parameter callback_url",
        "callback_url=http://u:p@a.example/|11004|Invalid value for parameter callback_url",
        "callbackURL=%20|11004|Invalid value for parameter callback_url",
        "account_lifecycle_event=signin|11003|Invalid value for parameter account_lifecycle_event",
        "originating_ip=1.2.3|11010|Invalid value for parameter originating_ip",
        "originating_ip=1.2.3.256|11010|Invalid value for parameter originating_ip",
        "originating_ip=localhost|11010|Invalid value for parameter originating_ip",
        "originating_ip=1::2::3|11010|Invalid value for parameter originating_ip",
        "external_id=%C3%A4|11016|Invalid value for parameter external_id",
    })
    void badValuesShouldBeToldByTheirCodes(String bad, int code, String description) {
        assertRefused(World.GOOD + "&" + bad, code, description);
    }

    @Test
    void textsShouldHave1600CharactersAndNoMore() {
        String longest = "\uD83D\uDE00".repeat(1_600);
        assertThat(message("message=" + encoded(longest)).text()).isEqualTo(longest);
        world.engine.placed.clear();
        for (String name : List.of("message", "tts_repeat", "tts_message_4")) {
            assertRefused(World.GOOD + "&" + name + "=" + "x".repeat(1_601), 11009,
                    "Invalid value for parameter " + name);
        }
        assertRefused(World.GOOD + "&prompt_digit=1&prompt_message=" + "x".repeat(1_601), 11009,
                "Invalid value for parameter prompt_message");
        assertRefused(World.GOOD + "&external_id=" + "x".repeat(101), 11016, "Invalid value for parameter external_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"16515551000", "+1 (651) 555-1000", "1.651.555.1000", "15555551212", "11234567890",
        "442079460000", "8613800138000"})
    void possibleNumbersShouldBeCalled(String number) {
        message("phone_number=" + encoded(number));
        assertThat(world.engine.placed.get(0).to()).isEqualTo("+" + number.replaceAll("[^0-9]", ""));
    }

    @ParameterizedTest
    @CsvSource({"f-zh-HK,zh-hk", "f-zh-CN,zh-cn", "f-zh-TW,zh-tw", "f-da-DK,da-dk", "f-nl-NL,nl-nl", "f-en-AU,en-au",
        "f-en-GB,en-gb", "f-en-US,en-us", "f-en-CA,en-ca", "f-en-IN,en-in", "f-fi-FI,fi-fi", "f-fr-FR,fr-fr",
        "f-fr-CA,fr-ca", "f-it-IT,it-it", "f-ja-JP,ja-jp", "f-ko-KR,ko-kr", "f-nb-NO,nb-no", "f-pl-PL,pl-pl",
        "f-pt-BR,pt-br", "f-pt-PT,pt-pt", "f-es-MX,es-mx", "f-es-ES,es-es", "f-de-DE,de-de", "f-ru-RU,ru-ru",
        "f-ca-ES,ca-es", "f-sv-SE,sv-se", "f-FR-fr,fr-fr", "F-EN-us,en-us", "f-US-en,en-us"})
    void everyVoiceShouldLeadToItsLanguage(String voice, String language) {
        VoiceMessage message = message("voice=" + voice);
        assertThat(message.language()).isEqualTo(language);
        assertThat(message.voice()).isEqualTo("woman");
    }

    @Test
    void parametersOfTheMessageShouldReachTheCall() {
        VoiceMessage message = message("message=Bonjour%2C%20%C3%A7a%20va%20%3F%20100%25%20%26%20plus%20%2B%20~*-_."
                + "&prompt_message=Press+7&prompt_digit=7&select_digits=12&repeat_digit=3&tts_repeat=Again"
                + "&tts_message_1=Merci&tts_message_2=&tts_message_9=ignored");
        assertThat(message).isEqualTo(new VoiceMessage("en-us", "woman", Optional.of(new Prompt("Press 7", "7")),
                "Bonjour, \u00e7a va ? 100% & plus + ~*-_.", "12", Optional.of(new Repeat("3", Optional.of("Again"))),
                List.of(new Answer("1", "Merci")), VoiceMessage.Limits.DEFAULT));
        assertThat(message("")).isEqualTo(VoiceMessage.of("en-us", "woman", "Hello world"));
    }

    @Test
    void otherParametersShouldBeKeptWithTheTransaction() {
        message("message_type=otp&caller_id=15550001&callback_url=https%3A%2F%2Fa.example%2Fcb%3Fx%3D1"
                + "&account_lifecycle_event=sign-in&originating_ip=2001%3Adb8%3A%3A1&external_id=order-7&unknown=x");
        VoiceTransaction kept = world.transactions.rows.values().iterator().next();
        assertThat(kept.messageType().name()).isEqualTo("OTP");
        assertThat(kept.callerId()).contains("15550001");
        assertThat(kept.callbackUrl()).contains(URI.create("https://a.example/cb?x=1"));
        assertThat(kept.lifecycleEvent()).contains("sign-in");
        assertThat(kept.originatingIp()).contains("2001:db8::1");
        assertThat(kept.externalId()).contains("order-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.255", "::", "::1", "2001:DB8:0:0:8:800:200C:417A",
        "::ffff:129.144.52.38"})
    void addressesOfBothKindsShouldBeTaken(String address) {
        message("originating_ip=" + encoded(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "sign-in", "transact", "update", "delete"})
    void everyLifecycleEventShouldBeTaken(String event) {
        message("account_lifecycle_event=" + event);
    }

    @Test
    void callbackUrlShouldBeTakenByTheNameThatOneClientGivesIt() {
        message("callbackURL=http%3A%2F%2Fa.example%2F");
        assertThat(world.transactions.rows.values().iterator().next().callbackUrl())
                .contains(URI.create("http://a.example/"));
    }

    @Test
    void callbackUrlShouldHaveToBeHttpsWhereTheOperatorWantsIt() {
        try (World strict = new World("CALLWRIGHT_TELESIGN_CALLBACK_HTTPS", "on")) {
            assertThat(strict.post(World.GOOD + "&callback_url=http%3A%2F%2Fa.example%2F").code()).isEqualTo(11004);
            assertThat(strict.post(World.GOOD + "&callback_url=https%3A%2F%2Fa.example%2F").status()).isEqualTo(201);
        }
    }
}
