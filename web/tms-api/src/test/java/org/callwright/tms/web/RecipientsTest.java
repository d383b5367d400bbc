package org.callwright.tms.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callwright.tms.Detail;
import org.callwright.tms.RecipientStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recipients of a message, as lists and one by one. */
class RecipientsTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private String created(int recipients) {
        String phones = IntStream.range(0, recipients).mapToObj(i -> "{\"phone\":\"651555" + (1000 + i) + "\"}")
                .collect(Collectors.joining(","));
        return "/messages/voice/" + world.create("{\"say_text\":\"x\",\"recipients\":[" + phones + "]}")
                + "/recipients";
    }

    @Test
    void listThatIsBeingBuiltShouldBe202() {
        String path = created(1);
        assertThat(world.get(path).is(202).body())
                .isEqualTo("{\"message\":\"Recipient list is being built and is not yet complete\"}");
        assertThat(world.get(path + "/sent").is(200).body()).isEqualTo("[]");
        world.messages.build();
        assertThat(world.get(path).is(200).array()).hasSize(1);
    }

    @Test
    void recipientShouldTellItsStory() {
        String path = "/messages/voice/" + world.create(World.GOOD) + "/recipients";
        world.messages.build();
        assertThat(world.get(path + "/1").is(200).body()).isEqualTo("{\"id\":1,\"phone\":\"(651) 555-1001\","
                + "\"formatted_phone\":\"+16515551001\",\"status\":\"new\",\"secondary_status\":null,\"retries\":0,"
                + "\"created_at\":\"2014-10-07T17:27:12Z\",\"sent_at\":null,\"completed_at\":null,"
                + "\"_links\":{\"self\":\"/messages/voice/1/recipients/1\",\"voice_message\":\"/messages/voice/1\"}}");
        world.messages.settle(1, 1, RecipientStatus.FAILED, Optional.of(Detail.COULD_NOT_CONNECT),
                Optional.of("the file is away"));
        assertThat(world.get(path + "/1").body()).isEqualTo("{\"id\":1,\"phone\":\"(651) 555-1001\","
                + "\"formatted_phone\":\"+16515551001\",\"status\":\"failed\","
                + "\"secondary_status\":\"could_not_connect\",\"retries\":1,"
                + "\"created_at\":\"2014-10-07T17:27:12Z\",\"sent_at\":\"2014-10-07T17:27:12Z\","
                + "\"completed_at\":\"2014-10-07T17:27:12Z\",\"error_message\":\"the file is away\","
                + "\"_links\":{\"self\":\"/messages/voice/1/recipients/1\",\"voice_message\":\"/messages/voice/1\"}}");
        assertThat(world.get(path).array().getJsonObject(0)).isEqualTo(world.get(path + "/1").object());
    }

    @Test
    void eachListShouldHaveItsOwn() {
        String path = created(7);
        world.messages.build();
        Map<Integer, Detail> details = Map.of(1, Detail.HUMAN, 2, Detail.MACHINE, 3, Detail.BUSY, 4, Detail.NO_ANSWER,
                5, Detail.COULD_NOT_CONNECT);
        details.forEach((id, detail) -> world.messages.settle(1, id,
                detail == Detail.HUMAN || detail == Detail.MACHINE ? RecipientStatus.SENT : RecipientStatus.FAILED,
                Optional.of(detail), Optional.empty()));
        world.messages.settle(1, 6, RecipientStatus.SENDING, Optional.of(Detail.BUSY), Optional.empty());
        assertThat(ids(path)).isEqualTo("1 2 3 4 5 6 7");
        assertThat(ids(path + "?sort_order=DESC")).isEqualTo("7 6 5 4 3 2 1");
        assertThat(ids(path + "/sent")).isEqualTo("1 2");
        assertThat(ids(path + "/failed")).isEqualTo("3 4 5");
        assertThat(ids(path + "/human")).isEqualTo("1");
        assertThat(ids(path + "/machine")).isEqualTo("2");
        assertThat(ids(path + "/busy")).isEqualTo("3");
        assertThat(ids(path + "/no_answer")).isEqualTo("4");
        assertThat(ids(path + "/could_not_connect")).isEqualTo("5");
    }

    private String ids(String path) {
        return world.get(path).is(200).array().stream()
                .map(value -> value.asJsonObject().get("id").toString()).collect(Collectors.joining(" "));
    }

    @Test
    void listsShouldComeInPages() {
        String path = created(120);
        world.messages.build();
        Reply middle = world.get(path + ".json?page=2");
        assertThat(middle.array()).hasSize(50);
        assertThat(middle.header("Link")).hasValue("<" + path + "?page=1>; rel=\"first\", <" + path
                + "?page=1>; rel=\"prev\", <" + path + "?page=3>; rel=\"next\", <" + path + "?page=3>; rel=\"last\"");
        assertThat(world.get(path + "?page=3").array()).hasSize(20);
        assertThat(world.get(path + "?page=4").is(200).body()).isEqualTo("[]");
        world.messages.settle(1, 1, RecipientStatus.SENT, Optional.of(Detail.HUMAN), Optional.empty());
        assertThat(world.get(path + "/sent").header("Link")).isEmpty();
    }

    @Test
    void recipientOfAnotherMessageShouldNotBeThere() {
        created(1);
        String path = "/messages/voice/" + world.create(World.GOOD) + "/recipients";
        world.messages.build();
        world.get(path + "/1").isRefusal(404, "Not Found");
        world.get(path + "/2").is(200);
    }
}
