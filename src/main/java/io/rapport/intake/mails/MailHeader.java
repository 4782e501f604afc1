package io.rapport.intake.mails;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rapport.intake.PlainText;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;

/** Reads header lines as text: encoded words, raw eight-bit bytes, folded lines. */
final class MailHeader {

    private static final Pattern WORD = Pattern.compile("=\\?([^?*\\s]{1,40})(?:\\*[^?]*)?\\?([bBqQ])\\?([^?]*)\\?=");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(\\?=)\\s+(?==\\?[^?\\s]{1,50}\\?[bBqQ]\\?)");

    private static final int LONGEST = 100_000;

    private MailHeader() {}

    /** The first header of that name, decoded and in one line; empty if there is none. */
    static String text(Part part, String name) throws MessagingException {
        return PlainText.oneLine(decoded(raw(part, name)), 2_000);
    }

    /** The first header of that name as it stands; empty if there is none. */
    static String raw(Part part, String name) throws MessagingException {
        String[] values = part.getHeader(name);
        if (values == null || values.length == 0 || values[0] == null) {
            return "";
        }
        return values[0].length() > LONGEST ? values[0].substring(0, LONGEST) : values[0];
    }

    /** Every header of that name as it stands, ten at most. */
    static List<String> all(Part part, String name) throws MessagingException {
        String[] values = part.getHeader(name);
        return values == null ? List.of() : Arrays.stream(values).filter(Objects::nonNull).limit(10).toList();
    }

    static String decoded(String raw) {
        String text = recovered(raw);
        if (!text.contains("=?")) {
            return text;
        }
        String joined = BETWEEN_WORDS.matcher(text).replaceAll("$1");
        Matcher words = WORD.matcher(joined);
        var out = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        String charset = "";
        int end = 0;
        while (words.find()) {
            boolean goesOn = words.start() == end && words.group(1).equalsIgnoreCase(charset);
            if (!goesOn) {
                out.append(MailCharset.text(bytes.toByteArray(), charset)).append(joined, end, words.start());
                bytes.reset();
            }
            bytes.writeBytes(bytes(words.group(2), words.group(3)));
            charset = words.group(1);
            end = words.end();
        }
        return out.append(MailCharset.text(bytes.toByteArray(), charset)).append(joined.substring(end)).toString();
    }

    /** The bytes of an encoded word (RFC 2047); a character may be torn between two words, so text comes later. */
    private static byte[] bytes(String encoding, String content) {
        if (encoding.equalsIgnoreCase("b")) {
            return Base64.getMimeDecoder().decode(content.replaceAll("=+$", "").replaceAll("[^A-Za-z0-9+/]", "")
                    .replaceAll("^((?:.{4})*).$", "$1"));
        }
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < content.length(); i++) {
            int escaped = content.charAt(i) == '=' ? hex(content, i + 1) : -1;
            bytes.write(escaped >= 0 ? escaped : content.charAt(i) == '_' ? ' ' : content.charAt(i));
            i += escaped >= 0 ? 2 : 0;
        }
        return bytes.toByteArray();
    }

    /** Value of the two hexadecimal digits at that place, below 0 if they are none. */
    private static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** Bytes beyond ASCII come out of the parser one per character: put together again and read by their charset. */
    static String recovered(String raw) {
        if (raw.chars().allMatch(character -> character < 0x80) || raw.chars().anyMatch(character -> character > 0xff)) {
            return raw;
        }
        return MailCharset.text(raw.getBytes(StandardCharsets.ISO_8859_1), null);
    }
}
