package org.callwright.tms.web.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callwright.tms.web.answer.RefusalException;

/**
 * A form whose parameters are fields. The recipients are a parameter {@code recipients[][phone]} for each, or one
 * parameter {@code recipients} with a JSON list. The fields may be in a wrapper: {@code message[say_text]}.
 */
final class FormBody {

    private static final int LONGEST_NAME = 200;
    private static final Pattern PHONE = Pattern.compile("recipients\\[\\d*]\\[phone]");

    private final InputStream body;
    private final Pattern wrapped;
    private final Fields fields;
    /** What ended the latest part: {@code =}, {@code &} or the end of the body, -1. */
    private int end;

    private FormBody(InputStream body, String wrapper, Fields fields) {
        this.body = body;
        this.wrapped = Pattern.compile(Pattern.quote(wrapper) + "\\[([^\\]]*)](.*)", Pattern.DOTALL);
        this.fields = fields;
    }

    /** @param body buffered: it is read byte by byte */
    static void read(InputStream body, String wrapper, Fields fields) throws IOException {
        FormBody form = new FormBody(body, wrapper, fields);
        do {
            form.parameter();
        } while (form.end >= 0);
    }

    private void parameter() throws IOException {
        String name = unwrapped(text(new Part('='), LONGEST_NAME));
        InputStream value = end == '=' ? new Part('&') : InputStream.nullInputStream();
        if (name.equals(BodyReader.RECIPIENTS)) {
            JsonBody.readRecipients(value, fields);
        } else if (PHONE.matcher(name).matches()) {
            fields.recipient(Optional.of(text(value, CheckedReader.LONGEST)));
        } else {
            fields.text(name, Optional.of(text(value, CheckedReader.LONGEST)));
        }
    }

    private String unwrapped(String name) {
        Matcher matcher = wrapped.matcher(name);
        return matcher.matches() ? matcher.group(1) + matcher.group(2) : name;
    }

    private static String text(InputStream part, int longest) throws IOException {
        byte[] bytes = part.readNBytes(longest + 1);
        if (bytes.length > longest) {
            throw RefusalException.malformedForm(null);
        }
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** A name or a value, decoded. */
    private final class Part extends InputStream {

        private final char separator;
        private boolean over;

        Part(char separator) {
            this.separator = separator;
        }

        @Override
        public int read() throws IOException {
            if (over) {
                return -1;
            }
            int next = body.read();
            if (next < 0 || next == '&' || next == separator) {
                over = true;
                end = next;
                return -1;
            }
            return switch (next) {
                case '+' -> ' ';
                case '%' -> digit() << 4 | digit();
                default -> next;
            };
        }

        /** The inherited method takes a failure for the end. */
        @Override
        public int read(byte[] buffer, int offset, int most) throws IOException {
            int count = 0;
            while (count < most && !over) {
                int next = read();
                if (next >= 0) {
                    buffer[offset + count++] = (byte) next;
                }
            }
            return count == 0 && most > 0 ? -1 : count;
        }

        private int digit() throws IOException {
            int value = Character.digit(body.read(), 16);
            if (value < 0) {
                throw RefusalException.malformedForm(null);
            }
            return value;
        }
    }
}
