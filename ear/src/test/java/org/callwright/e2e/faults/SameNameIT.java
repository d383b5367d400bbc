package org.callwright.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.callwright.e2e.AgainstServer;
import org.callwright.e2e.RestClient;
import org.callwright.e2e.ServerUnderTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Many ask for the same name at the same moment: one gets it, the others what they would get one after the other. */
@AgainstServer
@RunAsClient
class SameNameIT {

    private static final int AT_ONCE = 8;
    private static final int ROUNDS = 6;
    private static final String PATH = "/restcomm/2012-04-24/Accounts/" + ServerUnderTest.ACCOUNT;

    private static String fresh() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** The statuses of so many requests that were let go together. */
    private static List<Integer> statuses(RestClient client, String path, Map<String, String> form) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        CountDownLatch ready = new CountDownLatch(AT_ONCE);
        try {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, AT_ONCE)
                    .mapToObj(each -> CompletableFuture.supplyAsync(() -> {
                        ready.countDown();
                        await(ready);
                        return client.post(path, form).statusCode();
                    }, threads)).toList();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aNumberShouldBeGivenToOneOnly() {
        Stream.generate(SameNameIT::fresh).limit(ROUNDS).forEach(name -> assertThat(statuses(ServerUnderTest.account(),
                PATH + "/IncomingPhoneNumbers.json", Map.of("PhoneNumber", "n" + name, "isSIP", "true")))
                .containsOnly(200, 400).containsOnlyOnce(200));
    }

    @Test
    void aLoginOfOneAccountShouldBeOneClient() {
        Stream.generate(SameNameIT::fresh).limit(ROUNDS).forEach(name -> assertThat(statuses(ServerUnderTest.account(),
                PATH + "/Clients.json", Map.of("Login", "c" + name, "Password", "Long-Enough-1!" + name)))
                .containsOnly(200));
    }

    @Test
    void anAddressShouldBeGivenToOneAccountOnly() {
        Stream.generate(SameNameIT::fresh).limit(ROUNDS).forEach(name -> assertThat(statuses(ServerUnderTest.admin(),
                "/restcomm/2012-04-24/Accounts.json",
                Map.of("EmailAddress", name + "@same.test", "Password", "Long-Enough-1!" + name)))
                .containsOnly(200, 409).containsOnlyOnce(200));
    }
}
