package org.callwright.media.mgcp.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What signals, requested and observed events have in common: {@code package/name@connection(arguments)}. The
 * connection is read over: our endpoints have one that signals could mean.
 *
 * @param packageName upper case; empty when it was left out
 * @param inBrackets empty when there are no brackets
 */
record PackagedItem(String packageName, String name, String inBrackets) {

    static List<PackagedItem> parseList(String text) throws MgcpSyntaxException {
        List<PackagedItem> items = new ArrayList<>();
        for (String item : new Splitter(',').split(text)) {
            items.add(parse(item));
        }
        return items;
    }

    private static PackagedItem parse(String item) throws MgcpSyntaxException {
        int open = item.indexOf('(');
        String before = (open < 0 ? item : item.substring(0, open)).strip();
        if (open >= 0 && !item.endsWith(")")) {
            throw new MgcpSyntaxException("there is text behind a bracket");
        }
        int slash = before.indexOf('/');
        int at = before.indexOf('@');
        String name = before.substring(slash + 1, at > slash ? at : before.length());
        if (name.isEmpty() || !before.matches("[!-~]+")) {
            throw new MgcpSyntaxException("a signal or event has no name");
        }
        return new PackagedItem(slash < 0 ? "" : before.substring(0, slash).toUpperCase(Locale.ROOT), name,
                open < 0 ? "" : item.substring(open + 1, item.length() - 1));
    }

    static String format(String packageName, String name, String inBrackets) {
        return (packageName.isEmpty() ? "" : packageName + '/') + name
                + (inBrackets.isEmpty() ? "" : '(' + inBrackets + ')');
    }
}
