package org.callwright.restcomm.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.restcomm.World.ACME;
import static org.callwright.restcomm.World.ACME_CHILD;
import static org.callwright.restcomm.World.basic;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.callwright.records.Order;
import org.callwright.restcomm.MemoryArchive;
import org.callwright.restcomm.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists against the samples of the specification. */
class ListShapesTest {

    private static final String BASE = "/restcomm/2012-04-24/Accounts/" + ACME.sid() + "/";

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

    private void recordings(int count) {
        IntStream.range(0, count).forEach(i -> world.archive.addRecording(ACME.sid(), i));
    }

    private String list(String rest) {
        HttpResponse<String> response = world.getOwn(ACME, rest);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    @Test
    void oneShortPageShouldLookLikeTheSample() {
        recordings(34);
        assertThat(list("Recordings.json")).startsWith(
                "{\"page\":0,\"num_pages\":0,\"page_size\":50,\"total\":34,\"start\":\"0\",\"end\":\"34\",\"uri\":\""
                + BASE + "Recordings.json\",\"first_page_uri\":\"" + BASE + "Recordings.json?Page=0&PageSize=50\","
                + "\"previous_page_uri\":\"null\",\"next_page_uri\":\"null\",\"last_page_uri\":\"" + BASE
                + "Recordings.json?Page=0&PageSize=50\",\"recordings\":[{\"sid\":\"RE");
    }

    @Test
    void firstOfSeveralPagesShouldLookLikeTheSample() {
        recordings(641);
        String body = list("Recordings.json?SortBy=DateCreated:asc");
        assertThat(body).startsWith(
                "{\"page\":0,\"num_pages\":12,\"page_size\":50,\"total\":641,\"start\":\"0\",\"end\":\"49\",");
        assertThat(body).contains("\"next_page_uri\":\"" + BASE + "Recordings.json?Page=1&PageSize=50&AfterSid=RE"
                + String.format("%032x", 49) + "\",\"last_page_uri\":\"" + BASE + "Recordings.json?Page=12&PageSize=50\"");
        assertThat(world.archive.lastPage.order()).isEqualTo(new Order("DateCreated", false));
    }

    @Test
    void lastPageShouldCountItsRowsAndHaveAPreviousOne() {
        recordings(641);
        assertThat(list("Recordings.json?Page=12"))
                .contains("\"start\":\"600\",\"end\":\"641\"", "\"next_page_uri\":\"null\"")
                .contains("\"previous_page_uri\":\"" + BASE + "Recordings.json?Page=11&PageSize=50\"");
    }

    @Test
    void lastPageOfAMultipleShouldBeThereAndEmpty() {
        recordings(4);
        assertThat(list("Recordings.json?PageSize=2&Page=2"))
                .contains("\"num_pages\":2", "\"start\":\"4\",\"end\":\"4\"").endsWith("\"recordings\":[]}");
    }

    @Test
    void limitShouldStandBehindTheTotalAndInTheUris() {
        recordings(34);
        assertThat(list("Recordings.json?PageSize=1&Limit=5"))
                .contains("\"num_pages\":5,\"page_size\":1,\"total\":5,\"limit\":5,\"start\":\"0\",\"end\":\"0\"")
                .contains("?Page=0&PageSize=1&Limit=5\"", "?Page=1&PageSize=1&Limit=5&AfterSid=RE");
    }

    @Test
    void urisShouldCarryThePrefixThatTheClientUsed() {
        try (World alias = new World(folder, "/api", Map.of())) {
            alias.archive.addRecording(ACME.sid(), 1);
            alias.archive.addCall(ACME.sid(), 1);
            String api = "/api/2012-04-24/Accounts/" + ACME.sid() + "/";
            assertThat(alias.get(ACME, api + "Recordings.json").body())
                    .contains("\"uri\":\"" + api + "Recordings.json\"");
            assertThat(alias.get(ACME, api + "Calls.json").body()).contains("\"recordings\":\"" + api + "Calls/ID");
        }
    }

    @Test
    void cursorAndFiltersShouldReachTheArchive() {
        recordings(3);
        list("Recordings.json?Page=1&PageSize=2&AfterSid=RE1&CallSid=" + MemoryArchive.callSid(1)
                + "&StartTime=2018-10-05&EndTime=2018-10-06T02:10:03");
        assertThat(world.archive.lastPage.after()).contains("RE1");
        assertThat(world.archive.lastRecords.call()).contains(MemoryArchive.callSid(1));
        assertThat(world.archive.lastRecords.from()).contains(Instant.parse("2018-10-05T00:00:00Z"));
        assertThat(world.archive.lastRecords.until()).contains(Instant.parse("2018-10-06T02:10:03.999999Z"));
    }

    @Test
    void subAccountsShouldBeIncludedWhenAskedFor() {
        list("Recordings.json?SubAccounts=true");
        assertThat(world.archive.lastRecords.accounts()).contains(ACME.sid(), ACME_CHILD.sid());
    }

    @Test
    void badListParametersShouldBeRefused() {
        recordings(3);
        for (String query : new String[] {"Page=-1", "Page=x", "Page=1", "PageSize=0", "PageSize=99999999999", "Limit=0",
                "Limit=x", "AfterSid=%27", "SortBy=:asc", "SortBy=DateCreated:up", "SortBy=DateCreated:",
                "SortBy=a:b:c", "StartTime=yesterday", "StartTime=2018-13-01", "EndTime=2018-10-05T25:00:00",
                "CallSid=1%20or%201=1"}) {
            HttpResponse<String> response = world.getOwn(ACME, "Recordings.json?" + query);
            assertThat(response.statusCode()).as(query + " " + response.body()).isEqualTo(400);
            assertThat(response.body()).as(query).startsWith("{\"message\":\"").contains("\"error\":\"CWAPI40");
        }
        assertThat(world.getOwn(ACME, "Recordings.json?SortBy=:asc").body())
                .contains("Error parsing the SortBy parameter: ");
        assertThat(world.getOwn(ACME, "Says?DateCreated=2018-10-05T22:45").statusCode()).isEqualTo(400);
    }

    @Test
    void unknownSortAttributeShouldBeIgnored() {
        recordings(1);
        assertThat(world.getOwn(ACME, "Recordings.json?SortBy=Colour:desc").statusCode()).isEqualTo(200);
    }

    @Test
    void saysShouldBeJsonWithoutBeingAsked() {
        world.archive.addSay(ACME.sid(), 1);
        String says = list("Says");
        assertThat(says).isEqualTo(list("Says.json").replace("Says.json", "Says")).startsWith("{\"page\":0").contains(
                "\"says\":[{\"sid\":\"SA" + String.format("%032x", 1) + "\",\"call_sid\":\"" + MemoryArchive.callSid(1)
                + "\",\"date_created\":\"Thu, 3 Jun 2021 01:18:19 +0000\",\"account_sid\":\"" + ACME.sid()
                + "\",\"org_sid\":\"" + ACME.organization() + "\",\"api_version\":\"2012-04-24\","
                + "\"status\":\"completed\",\"reason\":\"\",\"duration\":2,\"character_count\":25,"
                + "\"provider\":\"marytts\",\"language\":\"en-us\",\"voice\":\"man\",\"loop\":1,"
                + "\"uri\":\"2012-04-24/Accounts/" + ACME.sid() + "/Says/SA" + String.format("%032x", 1) + "\"}]}");
        list("Says?DateCreated=2018-10-05T22:45:32");
        assertThat(world.archive.lastRecords.from()).contains(Instant.parse("2018-10-05T22:45:32Z"));
    }

    @Test
    void xmlShouldBeTheDefaultAndCallsCarryPagingThere() {
        recordings(1);
        world.archive.addCall(ACME.sid(), 1);
        HttpResponse<String> recordings = world.send(world.request(BASE + "Recordings")
                .header("Authorization", basic(ACME)).header("Accept", "*/*"));
        assertThat(recordings.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        assertThat(recordings.body()).contains("<RestcommResponse><Recordings><Recording><Sid>RE");
        assertThat(list("Calls")).contains("<Calls page=\"0\" numpages=\"0\" pagesize=\"50\" total=\"1\" start=\"0\" "
                + "end=\"1\" uri=\"" + BASE + "Calls\" firstpageuri=\"" + BASE + "Calls?Page=0&amp;PageSize=50\" "
                + "previouspageuri=\"null\" nextpageuri=\"null\" lastpageuri=");
    }

    @Test
    void acceptHeaderShouldChooseJson() {
        recordings(1);
        HttpResponse<String> response = world.send(world.request(BASE + "Recordings")
                .header("Authorization", basic(ACME)).header("Accept", "text/html, application/JSON"));
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    }

    @Test
    void callFiltersShouldReachTheArchive() {
        list("Calls.json?From=3021097%25&To=x&Status=In-Progress&StartTime=2018-10-05&Reverse=true&ParentCallSid="
                + MemoryArchive.callSid(1));
        assertThat(world.archive.lastCalls.from()).contains("3021097%");
        assertThat(world.archive.lastCalls.status()).isPresent();
        assertThat(world.archive.lastPage.order()).isEqualTo(new Order("DateCreated", true));
        assertThat(world.getOwn(ACME, "Calls.json?Status=sleeping").statusCode()).isEqualTo(400);
    }

    @Test
    void notificationsShouldBeListedForAnAccountAndForACall() {
        world.archive.addNotification(ACME.sid(), 1);
        assertThat(list("Notifications.json?ErrorCode=11205")).contains("\"error_code\":11205,\"more_info\":"
                + "\"http://voice.example:8080/restcomm/errors/11205.html\"", "\"message_text\":\"connection refused\"");
        assertThat(world.archive.lastNotifications.code()).hasValue(11205);
        list("Calls/" + MemoryArchive.callSid(1) + "/Notifications.json");
        assertThat(world.archive.lastNotifications.call()).contains(MemoryArchive.callSid(1));
    }
}
