package org.callwright.restcomm.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.restcomm.World.ACME;
import static org.callwright.restcomm.World.ACME_CHILD;
import static org.callwright.restcomm.World.ADMIN;
import static org.callwright.restcomm.World.GLOBEX;
import static org.callwright.restcomm.World.basic;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.restcomm.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers, applications, clients and accounts are made, changed, listed and removed over HTTP. */
class ProvisioningResourcesTest {

    private static final Pattern SID = Pattern.compile("\"sid\":\"([A-Z]{2}[0-9a-f]{32})\"");

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void start() {
        world = new World(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private String made(Account account, String rest, String form) {
        HttpResponse<String> response = world.postForm(account, rest, form);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static String sid(String json) {
        Matcher matcher = SID.matcher(json);
        assertThat(matcher.find()).as(json).isTrue();
        return matcher.group(1);
    }

    private void refused(Account account, String rest, String form, int status, String text) {
        HttpResponse<String> response = world.postForm(account, rest, form);
        assertThat(response.statusCode()).as(form + response.body()).isEqualTo(status);
        assertThat(response.body()).contains(text);
    }

    private HttpResponse<String> accounts(Account caller, String rest, String method, String form) {
        return world.send(world.request("/restcomm/2012-04-24/Accounts" + rest)
                .header("Authorization", basic(caller))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(form)));
    }

    @Test
    void numberShouldLiveFromItsCreationToItsEnd() {
        String json = made(ACME, "IncomingPhoneNumbers.json", "PhoneNumber=%28212%29+555-1234&VoiceUrl=http://a.example/v"
                + "&VoiceMethod=get&StatusCallback=http://a.example/s");
        assertThat(json).startsWith("{\"sid\":\"PN").contains("\"phone_number\":\"+12125551234\"",
                "\"friendly_name\":\"+12125551234\"", "\"voice_url\":\"http://a.example/v\",\"voice_method\":\"GET\"",
                "\"voice_application_sid\":null", "\"sms_url\":null,\"sms_method\":\"POST\"",
                "\"status_callback\":\"http://a.example/s\"", "\"capabilities\":{\"voice_capable\":true,");
        String rest = "IncomingPhoneNumbers/" + sid(json);
        assertThat(made(ACME, rest + ".json", "VoiceUrl=&FriendlyName=Desk&SmsUrl=http://a.example/sms"))
                .contains("\"voice_url\":null", "\"friendly_name\":\"Desk\"", "\"sms_url\":\"http://a.example/sms\"",
                        "\"status_callback\":\"http://a.example/s\"");
        assertThat(accounts(ACME, "/" + ACME.sid() + "/" + rest, "PUT", "FriendlyName=Hall").body())
                .contains("<RestcommResponse><IncomingPhoneNumber><Sid>", "<FriendlyName>Hall</FriendlyName>")
                .doesNotContain("null");
        assertThat(world.getOwn(ACME, rest + ".json").body()).contains("\"friendly_name\":\"Hall\"");
        HttpResponse<String> gone = world.delete(ACME, rest);
        assertThat(gone.statusCode()).isEqualTo(204);
        assertThat(gone.body()).isEmpty();
        assertThat(world.getOwn(ACME, rest).statusCode()).isEqualTo(404);
    }

    @Test
    void numbersShouldBeListedPageByPageUnderEachTypeOfNumber() {
        for (String number : new String[] {"100", "hotline", "*", "7777%7C8888"}) {
            made(ACME, "IncomingPhoneNumbers/Local.json", "isSIP=true&PhoneNumber=" + number);
        }
        String page = world.getOwn(ACME, "IncomingPhoneNumbers/Mobile.json?PageSize=3").body();
        assertThat(page).startsWith("{\"page\":0,\"num_pages\":1,\"page_size\":3,\"total\":4,")
                .contains("\"uri\":\"/restcomm/2012-04-24/Accounts/" + ACME.sid() + "/IncomingPhoneNumbers/Mobile.json\"",
                        "\"incomingPhoneNumbers\":[{\"sid\":\"PN");
        assertThat(world.getOwn(ACME, "IncomingPhoneNumbers").body())
                .contains("<IncomingPhoneNumbers page=\"0\" numpages=\"0\" pagesize=\"50\" total=\"4\"");
        assertThat(world.getOwn(ACME, "IncomingPhoneNumbers/Unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void badNumbersShouldBeRefusedWithTheReason() {
        made(GLOBEX, "IncomingPhoneNumbers", "PhoneNumber=%2B12125551234");
        made(GLOBEX, "IncomingPhoneNumbers", "PhoneNumber=desk&isSIP=true");
        refused(ACME, "IncomingPhoneNumbers.json", "PhoneNumber=2125551234", 400, "21452");
        refused(ACME, "IncomingPhoneNumbers.json", "PhoneNumber=desk&isSIP=true", 400, "CWAPI4028");
        refused(ACME, "IncomingPhoneNumbers.json", "PhoneNumber=desk", 400, "21452");
        refused(ACME, "IncomingPhoneNumbers.json", "PhoneNumber=%5B&isSIP=true", 400, "CWAPI4011");
        refused(ACME, "IncomingPhoneNumbers.json", "AreaCode=212", 400, "21452");
        refused(ACME, "IncomingPhoneNumbers.json", "", 400, "PhoneNumber can not be null.");
        refused(ACME, "IncomingPhoneNumbers.json", "PhoneNumber=777&VoiceUrl=relative", 400, "VoiceUrl must be");
        refused(ACME, "IncomingPhoneNumbers.json", "PhoneNumber=777&VoiceMethod=PUT", 400, "VoiceMethod must be");
        refused(ACME, "IncomingPhoneNumbers.json", "PhoneNumber=777&isSIP=perhaps", 400, "isSIP must be");
        refused(ACME, "IncomingPhoneNumbers.json", "PhoneNumber=777&VoiceApplicationSid=AP1", 400, "no application SID");
        refused(ACME, "IncomingPhoneNumbers.json", "PhoneNumber=777&VoiceApplicationSid=AP" + "1".repeat(32), 400,
                "no application of this account");
    }

    @Test
    void applicationShouldShowItsNumbersAndLeaveThemWhenItGoes() {
        String json = made(ACME, "Applications.json", "FriendlyName=Menu&RcmlUrl=http://a.example/rcml&Kind=voice");
        assertThat(json).startsWith("{\"sid\":\"AP").contains("\"friendly_name\":\"Menu\"",
                "\"voice_caller_id_lookup\":false", "\"rcml_url\":\"http://a.example/rcml\",\"kind\":\"voice\"",
                "\"numbers\":[]");
        String application = sid(json);
        String number = sid(made(ACME, "IncomingPhoneNumbers.json", "PhoneNumber=777&VoiceApplicationSid=" + application));
        String client = sid(made(ACME, "Clients.json",
                "Login=alice&Password=RestComm1234&VoiceApplicationSid=" + application));
        assertThat(world.getOwn(ACME, "Applications.json").body())
                .startsWith("[{\"sid\":\"" + application).contains("\"numbers\":[{\"sid\":\"" + number);
        assertThat(world.getOwn(ACME, "Applications").body())
                .contains("<Applications><Application><Sid>", "<Numbers><Number><Sid>" + number);
        assertThat(made(ACME, "Applications/" + application + ".json", "FriendlyName=Other"))
                .contains("\"friendly_name\":\"Other\"", "\"rcml_url\":\"http://a.example/rcml\"");
        assertThat(world.delete(ACME, "Applications/" + application).statusCode()).isEqualTo(200);
        assertThat(world.getOwn(ACME, "Applications/" + application).statusCode()).isEqualTo(404);
        assertThat(world.getOwn(ACME, "IncomingPhoneNumbers/" + number + ".json").body())
                .contains("\"voice_application_sid\":null");
        assertThat(world.getOwn(ACME, "Clients/" + client + ".json").body()).doesNotContain("voice_application_sid");
        refused(ACME, "Applications.json", "RcmlUrl=http://a.example/", 400, "FriendlyName can not be null.");
        refused(ACME, "Applications.json", "FriendlyName=A&Kind=fax", 400, "Kind");
        refused(ACME, "Applications.json", "FriendlyName=A&RcmlUrl=/menu", 400, "RcmlUrl must be");
    }

    @Test
    void clientShouldNeverShowItsPassword() {
        String json = made(ACME, "Clients.json", "Login=alice&Password=RestComm1234&VoiceUrl=http://a.example/v");
        String client = sid(json);
        assertThat(json).contains("\"login\":\"alice\"", "\"friendly_name\":\"alice\"", "\"status\":\"1\"",
                "\"voice_method\":\"POST\"").doesNotContain("RestComm1234", "ha1", "\"password\"");
        assertThat(sid(made(ACME, "Clients.json", "Login=alice&Password=Other12345"))).isEqualTo(client);
        refused(GLOBEX, "Clients.json", "Login=alice&Password=RestComm1234", 409, "CWAPI4027");
        refused(ACME, "Clients.json", "Login=bob&Password=1234", 400, "weak");
        refused(ACME, "Clients.json", "Login=b%3Fob&Password=RestComm1234", 400, "invalid");
        refused(ACME, "Clients.json", "Login=bob", 400, "Password can not be null.");
        refused(ACME, "Clients.json", "Password=RestComm1234", 400, "Login can not be null.");
        refused(ACME, "Clients/" + client + ".json", "Status=2", 400, "Status");
        assertThat(made(ACME, "Clients/" + client + ".json", "Status=0&VoiceUrl="))
                .contains("\"status\":\"0\"").doesNotContain("voice_url");
        assertThat(world.getOwn(ACME, "Clients").body()).contains("<Clients><Client><Sid>", "<Password_Algorithm>MD5<");
        assertThat(world.delete(ACME, "Clients/" + client).statusCode()).isEqualTo(200);
        assertThat(world.delete(ACME, "Clients/" + client).statusCode()).isEqualTo(404);
        assertThat(world.getOwn(ACME, "Clients/CL1").statusCode()).isEqualTo(400);
    }

    @Test
    void subAccountShouldBeMadeUsedChangedAndClosed() {
        HttpResponse<String> created = accounts(ACME, ".json", "POST",
                "EmailAddress=new%40acme.example&Password=RestComm1234&FriendlyName=New");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        String path = "/" + sid(created.body());
        assertThat(created.body()).contains("\"email_address\":\"new@acme.example\"", "\"status\":\"active\"",
                "\"role\":\"Administrator\"", "\"incoming_phone_numbers\":\"/restcomm/2012-04-24/").doesNotContain("token");
        assertThat(world.send(world.request("/restcomm/2012-04-24/Accounts/new@acme.example.json")
                .header("Authorization", basic("new@acme.example", "RestComm1234"))).body()).contains("\"New\"");
        assertThat(accounts(ADMIN, path + ".json", "PUT", "Status=Suspended&Auth_Token=x").body())
                .contains("\"status\":\"suspended\"");
        assertThat(accounts(ADMIN, path + ".json", "POST", "Status=closed").body()).contains("\"status\":\"closed\"");
        HttpResponse<String> late = accounts(ADMIN, path + ".json", "POST", "Status=active");
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("Account is closed");
    }

    @Test
    void retentionOfRecordingsShouldBeSetClearedAndCheckedByItsRange() {
        HttpResponse<String> created = accounts(ACME, ".json", "POST",
                "EmailAddress=new%40acme.example&Password=RestComm1234&RecordingRetentionDays=30");
        assertThat(created.body()).contains("\"recording_retention_days\":30");
        String path = "/" + sid(created.body());
        assertThat(accounts(ACME, path + ".json", "POST", "FriendlyName=New").body())
                .contains("\"recording_retention_days\":30");
        assertThat(accounts(ACME, path, "POST", "RecordingRetentionDays=0").body())
                .contains("<RecordingRetentionDays>0</RecordingRetentionDays>");
        assertThat(accounts(ACME, path + ".json", "PUT", "RecordingRetentionDays=").body())
                .contains("\"recording_retention_days\":null");
        for (String bad : new String[] {"-1", "36501", "month", "1.5"}) {
            HttpResponse<String> refusal = accounts(ACME, path + ".json", "POST", "RecordingRetentionDays=" + bad);
            assertThat(refusal.statusCode()).isEqualTo(400);
            assertThat(refusal.body()).contains("RecordingRetentionDays");
        }
        assertThat(accounts(GLOBEX, path + ".json", "POST", "RecordingRetentionDays=1").statusCode()).isEqualTo(403);
    }

    @Test
    void formatOfRecordingsShouldBeWavUntilItIsSet() {
        String path = "/" + sid(accounts(ACME, ".json", "POST",
                "EmailAddress=new%40acme.example&Password=RestComm1234").body());
        assertThat(accounts(ACME, path + ".json", "GET", "").body()).contains("\"recording_format\":\"wav\"");
        assertThat(accounts(ACME, path + ".json", "POST", "RecordingFormat=GSM").body())
                .contains("\"recording_format\":\"gsm\"");
        assertThat(accounts(ACME, path, "PUT", "FriendlyName=New").body())
                .contains("<RecordingFormat>gsm</RecordingFormat>");
        HttpResponse<String> refusal = accounts(ACME, path + ".json", "POST", "RecordingFormat=mp3");
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.body()).contains("RecordingFormat");
    }

    @Test
    void badSubAccountsShouldBeRefusedWithTheReason() {
        for (String[] bad : new String[][] {
            {"Password=RestComm1234", "400", "EmailAddress can not be null."},
            {"EmailAddress=a%40b.example", "400", "Password can not be null."},
            {"EmailAddress=nobody&Password=RestComm1234", "400", "EmailAddress is not valid"},
            {"EmailAddress=a%3Fb%40b.example&Password=RestComm1234", "400", "EmailAddress is not valid"},
            {"EmailAddress=a%40b.example&Password=1234", "400", "CWAPI4023"},
            {"EmailAddress=ops%40globex.example&Password=RestComm1234", "409", "already in use"},
            {"EmailAddress=administrator%40company.com&Password=RestComm1234", "409", "already in use"},
            {"EmailAddress=a%40b.example&Password=RestComm1234&Status=sleepy", "400", "Status"},
            {"EmailAddress=a%40b.example&Password=RestComm1234&Role=King", "400", "Role"}}) {
            HttpResponse<String> response = accounts(ACME, ".json", "POST", bad[0]);
            assertThat(response.statusCode()).as(bad[0] + response.body()).isEqualTo(Integer.parseInt(bad[1]));
            assertThat(response.body()).contains(bad[2]);
        }
        HttpResponse<String> deep = accounts(ACME_CHILD, ".json", "POST",
                "EmailAddress=a%40b.example&Password=RestComm1234");
        assertThat(deep.statusCode()).isEqualTo(400);
        assertThat(deep.body()).contains("This account is not allowed to have sub-accounts");
    }

    @Test
    void developerShouldTouchItselfOnlyAndGiveNoRole() {
        world.accountStore.save(World.changed(ACME, AccountStatus.ACTIVE, "Developer"));
        assertThat(accounts(ACME, "/" + ACME.sid() + ".json", "POST", "FriendlyName=Acme").statusCode()).isEqualTo(200);
        assertThat(accounts(ACME, "/" + ACME_CHILD.sid() + ".json", "POST", "FriendlyName=X").statusCode())
                .isEqualTo(403);
        assertThat(accounts(ACME, "/" + ACME.sid() + ".json", "POST", "Role=Administrator").body())
                .contains("Only Administrator allowed");
    }

    @Test
    void callShouldRunTheApplicationThatItNames() {
        String application = sid(made(ACME, "Applications.json", "FriendlyName=Menu&RcmlUrl=http://a.example/rcml"));
        made(ACME, "Calls.json", "From=1&To=bob%40host.example&Method=GET&ApplicationSid=" + application);
        assertThat(world.engine.placed.get(0).application().orElseThrow().voice().url()).hasToString("http://a.example/rcml");
        refused(GLOBEX, "Calls.json", "From=1&To=bob%40host.example&ApplicationSid=" + application, 400, "ApplicationSid");
    }
}
