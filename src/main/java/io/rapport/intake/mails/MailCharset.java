package io.rapport.intake.mails;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.rapport.intake.CharsetNames;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a mail into text, although mail programs name their charsets wrongly, by nicknames, or not at all. */
final class MailCharset {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Says nothing about the charset. */
    private static final List<String> EMPTY = List.of("", "us-ascii", "ascii", "unknown-8bit", "x-unknown", "default", "7bit",
            "8bit",
            "_iso-2022-jp$esc", "none", "unknown", "ansi_x3.4-1968");

    private MailCharset() {}

    /** The text, never failing: what no charset explains is read as the declared one with replacement characters. */
    static String text(byte[] bytes, @Nullable String declared) {
        String name = declared == null ? "" : declared.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
        if (name.equals("utf-7") || name.equals("unicode-1-1-utf-7")) {
            return Utf7.decode(new String(bytes, StandardCharsets.US_ASCII));
        }
        Optional<Charset> charset = EMPTY.contains(name) ? Optional.empty() : CharsetNames.find(name);
        return charset.flatMap(known -> strictly(bytes, known))
                .or(() -> guessed(bytes))
                .orElseGet(() -> new String(bytes, charset.orElse(WINDOWS)));
    }

    private static Optional<String> guessed(byte[] bytes) {
        if (hasEscape(bytes)) {
            return strictly(bytes, Charset.forName("x-windows-iso2022jp"));
        }
        return strictly(bytes, StandardCharsets.UTF_8).or(() -> chinese(bytes));
    }

    /** Bytes that pair up as common Chinese characters throughout; western text does not. */
    private static Optional<String> chinese(byte[] bytes) {
        return strictly(bytes, Charset.forName("GBK")).filter(text -> {
            long foreign = text.codePoints().filter(character -> character > 0x7f).count();
            long common = text.codePoints()
                    .filter(character -> character >= 0x4e00 && character <= 0x9fff || character >= 0x3000 && character <= 0x303f
                            || character >= 0xff00 && character <= 0xffef)
                    .count();
            return foreign >= 2 && common * 10 >= foreign * 9;
        });
    }

    private static boolean hasEscape(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == 0x1b && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notThisOne) {
            return Optional.empty();
        }
    }
}
