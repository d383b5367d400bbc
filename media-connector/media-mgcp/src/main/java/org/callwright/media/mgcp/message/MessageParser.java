package org.callwright.media.mgcp.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one message from its lines, the first of which is not blank. */
final class MessageParser {

    private static final int MAX_PARAMETERS = 64;
    private static final int MAX_DESCRIPTIONS = 2;
    private static final Pattern RESPONSE = Pattern.compile("(\\d{3})\\s+(\\d{1,9})(?:\\s+(.*))?");
    private static final Pattern COMMAND = Pattern.compile("([A-Za-z]{4})\\s+(\\d{1,9})\\s+(\\S+)\\s+MGCP\\s+(\\S+).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGINNING = Pattern.compile("[A-Za-z][A-Za-z0-9]{3}\\s+(\\d{1,9})(?:\\s.*)?");
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z0-9/+_.-]{1,64})\\s*:(.*)");

    private final List<Parameter> parameters = new ArrayList<>();
    private final List<String> descriptions = new ArrayList<>();
    private String problem = "";

    private MessageParser() {
    }

    static Received parse(List<String> lines) {
        String first = lines.get(0).strip();
        Matcher response = RESPONSE.matcher(first);
        if (response.matches()) {
            return response(response, lines);
        }
        Matcher command = COMMAND.matcher(first);
        if (command.matches()) {
            return command(command, lines);
        }
        return new Malformed(transactionId(lines), ReturnCode.PROTOCOL_ERROR, "the first line is no command");
    }

    /** The transaction id of something that may be a command, or {@link Malformed#NONE}. */
    static int transactionId(List<String> lines) {
        Matcher matcher = BEGINNING.matcher(lines.get(0).strip());
        int id = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        return id > 0 ? id : Malformed.NONE;
    }

    private static Received response(Matcher first, List<String> lines) {
        MessageParser parser = new MessageParser();
        parser.body(lines);
        int id = Integer.parseInt(first.group(2));
        if (!parser.problem.isEmpty() || id == 0) {
            return new Malformed(Malformed.NONE, ReturnCode.PROTOCOL_ERROR, "a response " + parser.problem);
        }
        String comment = first.group(3) == null ? "" : first.group(3);
        return new MgcpResponse(Integer.parseInt(first.group(1)), id, comment, new Parameters(parser.parameters),
                parser.descriptions);
    }

    private static Received command(Matcher first, List<String> lines) {
        int id = Integer.parseInt(first.group(2));
        if (id == 0) {
            return new Malformed(Malformed.NONE, ReturnCode.PROTOCOL_ERROR, "the transaction id is 0");
        }
        Optional<Verb> verb = verb(first.group(1));
        if (verb.isEmpty()) {
            return new Malformed(id, ReturnCode.UNKNOWN_COMMAND, "unknown command");
        }
        if (!first.group(4).startsWith("1.")) {
            return new Malformed(id, ReturnCode.INCOMPATIBLE_VERSION, "only MGCP 1.0");
        }
        Optional<EndpointName> endpoint = EndpointName.parse(first.group(3));
        MessageParser parser = new MessageParser();
        parser.body(lines);
        if (endpoint.isEmpty() || !parser.problem.isEmpty()) {
            return new Malformed(id, ReturnCode.PROTOCOL_ERROR,
                    endpoint.isEmpty() ? "the endpoint's name is malformed" : parser.problem);
        }
        return new MgcpCommand(verb.get(), id, endpoint.get(), new Parameters(parser.parameters),
                parser.descriptions);
    }

    private static Optional<Verb> verb(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (Verb verb : Verb.values()) {
            if (verb.name().equals(upper)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    /** Parameter lines, and behind an empty line (or at once, from {@code v=} on) descriptions. */
    private void body(List<String> lines) {
        int at = 1;
        while (at < lines.size() && !lines.get(at).isBlank() && !lines.get(at).startsWith("v=")) {
            parameter(lines.get(at).strip());
            at++;
        }
        StringBuilder description = new StringBuilder();
        for (; at < lines.size(); at++) {
            if (lines.get(at).isBlank()) {
                endDescription(description);
            } else {
                description.append(lines.get(at)).append("\r\n");
            }
        }
        endDescription(description);
    }

    private void parameter(String line) {
        Matcher matcher = PARAMETER.matcher(line);
        if (!matcher.matches()) {
            problem = "a line is no parameter";
        } else if (parameters.size() == MAX_PARAMETERS) {
            problem = "more than " + MAX_PARAMETERS + " parameters";
        } else {
            parameters.add(new Parameter(matcher.group(1), matcher.group(2).strip()));
        }
    }

    private void endDescription(StringBuilder description) {
        if (description.length() == 0) {
            return;
        }
        if (descriptions.size() == MAX_DESCRIPTIONS) {
            problem = "more than " + MAX_DESCRIPTIONS + " session descriptions";
        } else {
            descriptions.add(description.toString());
        }
        description.setLength(0);
    }
}
