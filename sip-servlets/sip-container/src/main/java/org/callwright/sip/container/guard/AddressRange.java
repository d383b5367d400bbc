package org.callwright.sip.container.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that share their first bits (CIDR, RFC 4632). */
public record AddressRange(InetAddress first, int bits) {
    private static final Pattern ENTRY =
            Pattern.compile("\\[?(?<host>[^/\\[\\]]+?)\\]?(:(?<port>\\d{1,5})|/(?<bits>\\d{1,3}))?");
    private static final Pattern BARE_V6 = Pattern.compile("(?<host>[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)"
            + "(/(?<bits>\\d{1,3}))?(?<port>)");

    public AddressRange {
        if (bits < 0 || bits > first.getAddress().length * 8) {
            throw new IllegalArgumentException(first + "/" + bits);
        }
    }

    /**
     * Reads {@code address}, {@code address/bits} or {@code host:port}, the host possibly a name; a name is all the
     * addresses it has now. Empty when the text is none of these or the name is not known.
     */
    public static List<AddressRange> parse(String text) {
        Matcher bare = BARE_V6.matcher(text);
        Matcher entry = bare.matches() ? bare : ENTRY.matcher(text);
        if (!entry.matches()) {
            return List.of();
        }
        try {
            String bits = entry.group("bits");
            return Arrays.stream(InetAddress.getAllByName(entry.group("host")))
                    .map(address -> new AddressRange(address,
                            bits == null ? address.getAddress().length * 8 : Integer.parseInt(bits)))
                    .toList();
        } catch (UnknownHostException | IllegalArgumentException e) {
            return List.of();
        }
    }

    public boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int whole = bits / 8;
        int rest = bits % 8;
        return Arrays.equals(mine, 0, whole, other, 0, whole)
                && (rest == 0 || (mine[whole] ^ other[whole]) >> (8 - rest) == 0);
    }
}
