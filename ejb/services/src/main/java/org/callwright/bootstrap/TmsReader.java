package org.callwright.bootstrap;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.callwright.bootstrap.BootstrapFile.TmsEntry;

/** Reads what the bootstrap file says of the TMS dialect. */
final class TmsReader {

    private static final Pattern NUMBER = Pattern.compile("\\+[0-9]{3,15}");
    private static final int SHORTEST_TOKEN = 16;

    private TmsReader() {
    }

    static TmsEntry token(String path, JsonValue value) {
        JsonObjectReader entry = new JsonObjectReader(path, value, Set.of("token", "fromNumbers"));
        String token = entry.text("token");
        if (token.length() < SHORTEST_TOKEN) {
            throw entry.wrong("token", "must have " + SHORTEST_TOKEN + " characters or more");
        }
        List<String> numbers = entry.texts("fromNumbers");
        for (int i = 0; i < numbers.size(); i++) {
            if (!NUMBER.matcher(numbers.get(i)).matches()) {
                throw entry.wrong("fromNumbers[" + i + "]", "must be a plus and 3 to 15 digits");
            }
        }
        return new TmsEntry(path, token, numbers);
    }
}
