package org.callwright.media.mgcp.message;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes messages as they go on the wire; several in one datagram are piggy-backed (RFC 3435, 3.5.5). */
public final class MgcpWriter {

    private final String end;

    public MgcpWriter(LineEnding lineEnding) {
        end = lineEnding.text();
    }

    public byte[] write(List<? extends MgcpMessage> messages) {
        StringBuilder text = new StringBuilder(512);
        for (MgcpMessage message : messages) {
            if (text.length() > 0) {
                text.append('.').append(end);
            }
            firstLine(message, text);
            for (Parameter parameter : message.parameters().list()) {
                text.append(parameter.name()).append(':');
                if (!parameter.value().isEmpty()) {
                    text.append(' ').append(parameter.value());
                }
                text.append(end);
            }
            for (String description : message.descriptions()) {
                text.append(end);
                description.lines().forEach(line -> text.append(line).append(end));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void firstLine(MgcpMessage message, StringBuilder text) {
        if (message instanceof MgcpCommand command) {
            text.append(command.verb()).append(' ').append(command.transactionId()).append(' ')
                    .append(command.endpoint()).append(" MGCP 1.0");
        } else if (message instanceof MgcpResponse response) {
            text.append(threeDigits(response.code())).append(' ').append(response.transactionId());
            if (!response.comment().isEmpty()) {
                text.append(' ').append(new Parameter("", response.comment()).value());
            }
        }
        text.append(end);
    }

    private static String threeDigits(int code) {
        return code < 100 ? String.format("%03d", code) : Integer.toString(code);
    }
}
