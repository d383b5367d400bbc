package org.callwright.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The build applied every script once; here each is applied again to a copy of the result. */
class ServerScriptsIT {

    @Test
    void applyingTheScriptsAgainShouldChangeNothing() throws IOException {
        Path base = ServerFolders.empty("scripts");
        ServerFolders.copy(ServerFolders.SERVER.resolve("standalone/configuration"), base.resolve("configuration"));
        Path configuration = base.resolve("configuration/standalone.xml");
        String before = Files.readString(configuration);
        List<String> lines = new ArrayList<>(List.of("embed-server --std-out=discard"));
        for (Path script : ServerFolders.scripts()) {
            lines.addAll(Files.readAllLines(script));
        }
        lines.add("stop-embedded-server");
        Path all = Files.write(base.resolve("all.cli"), lines);

        Command cli = Command.run(Duration.ofMinutes(2),
                Map.of("JAVA_OPTS", "-Xmx256m -Djboss.server.base.dir=" + base),
                ServerFolders.SERVER.resolve("bin/jboss-cli.sh").toString(), "--file=" + all);

        assertThat(cli.exitCode()).as(cli.output()).isZero();
        assertThat(cli.output()).contains("\"success\"").doesNotContain("\"failed\"");
        assertThat(base.resolve("configuration/standalone_xml_history")).as("the copy was the server that was changed")
                .exists();
        assertThat(Files.readString(configuration)).isEqualTo(before);
    }
}
