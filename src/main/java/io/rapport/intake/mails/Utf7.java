package io.rapport.intake.mails;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** UTF-7 (RFC 2152), which old mail programs still send and the JDK does not know. */
final class Utf7 {

    private static final Pattern SHIFTED = Pattern.compile("\\+([A-Za-z0-9+/]*)-?");

    private Utf7() {}

    static String decode(String text) {
        return SHIFTED.matcher(text).replaceAll(match -> Matcher.quoteReplacement(decoded(match.group(1))));
    }

    private static String decoded(String base64) {
        if (base64.isEmpty()) {
            return "+";
        }
        String whole = base64.length() % 4 == 1 ? base64.substring(0, base64.length() - 1) : base64;
        byte[] bytes = Base64.getDecoder().decode(whole);
        return new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16BE);
    }
}
