package io.rapport.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.rapport.rulebook.reading.SourceText;

/**
 * The files of a rulebook: tables, sentences and templates.
 *
 * @param texts path below the rules folder, with {@code /}, to text
 */
public record RuleFiles(SortedMap<String, String> texts) {

    /** Of UTF-8: three make at least one character. */
    private static final int MOST_BYTES = 3 * SourceText.LARGEST + 3;

    public RuleFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /**
     * Reads a folder: every file but hidden ones and Markdown. One that lies in no subfolder is read too, so that somebody says
     * that it is in the wrong place.
     *
     * @throws UncheckedIOException when the folder cannot be read
     */
    public static RuleFiles ofFolder(Path folder) {
        var texts = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (var path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                var name = folder.relativize(path).toString().replace('\\', '/');
                if (isRuleFile(name)) {
                    texts.put(name, text(beginning(path)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RuleFiles(texts);
    }

    /**
     * The text of a file: UTF-8; UTF-16 if it begins with that byte order mark, as a spreadsheet's "Unicode text"; the encoding
     * of a Chinese Windows where the bytes are no UTF-8 and make common Chinese characters in it. Other bytes that are not
     * UTF-8 become U+FFFD, which the compiler reports.
     */
    public static String text(byte[] bytes) {
        var marked = bytes.length > 1
                && ((bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe
                        || (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff);
        if (marked) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        var utf8 = strictly(bytes, StandardCharsets.UTF_8);
        var chinese = utf8 == null ? strictly(bytes, Charset.forName("GB18030")) : null;
        return utf8 != null ? utf8
                : chinese != null && isCommonChinese(chinese) ? chinese : new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    /** Bytes of western encodings make rare characters in a Chinese one, where they make any. */
    private static boolean isCommonChinese(String text) {
        var common = Charset.forName("GB2312").newEncoder();
        var foreign = text.chars().filter(c -> c > 0x7f).toArray();
        return foreign.length > 0
                && Arrays.stream(foreign).filter(c -> common.canEncode((char) c)).count() >= 0.9 * foreign.length;
    }

    /** So much that the compiler sees that it is too much. */
    private static byte[] beginning(Path path) throws IOException {
        try (var bytes = Files.newInputStream(path)) {
            return bytes.readNBytes(MOST_BYTES);
        }
    }

    private static boolean isRuleFile(String name) {
        return !name.startsWith(".") && !name.contains("/.") && !name.startsWith("~") && !name.contains("/~")
                && !name.endsWith("~") && !name.endsWith(".md");
    }

    /** SHA-256 of all paths and texts, in hexadecimal: the version of the rulebook. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) -> {
                digest.update(bytes(path));
                digest.update(bytes(text));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Length first, so that no two sets of files share a digest by moving text between names. */
    private static byte[] bytes(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + utf8.length).putInt(utf8.length).put(utf8).array();
    }

    @Override
    public String toString() {
        return "RuleFiles[" + texts.keySet() + "]";
    }
}
