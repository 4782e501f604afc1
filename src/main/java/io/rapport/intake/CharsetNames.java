package io.rapport.intake;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Character sets by the names that programs write, each standing for all that those programs mean by it. */
public final class CharsetNames {

    /** What programs write, and the charset that reads all of what they mean by it. */
    private static final Map<String, String> MEANT = Map.ofEntries(Map.entry("gb2312", "GB18030"), Map.entry("gbk", "GB18030"),
            Map.entry("gb18030", "GB18030"), Map.entry("x-gbk", "GB18030"), Map.entry("cp936", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"), Map.entry("hz-gb-2312", "HZ-GB-2312"), Map.entry("big5", "Big5-HKSCS"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"), Map.entry("shift_jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"), Map.entry("x-sjis", "windows-31j"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"), Map.entry("iso-8859-1", "windows-1252"), Map.entry("latin1", "windows-1252"),
            Map.entry("utf8", "UTF-8"), Map.entry("utf_8", "UTF-8"), Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("iso-8859-9", "windows-1254"), Map.entry("tis-620", "x-windows-874"));

    private CharsetNames() {}

    /** The charset that is meant by a name in any capitals, empty if nobody knows it. */
    public static Optional<Charset> find(String written) {
        String name = written.strip().toLowerCase(Locale.ROOT);
        try {
            return Optional.of(Charset.forName(MEANT.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException notKnown) {
            return name.startsWith("cp") && name.length() > 3 && !name.startsWith("cp-")
                    ? find("windows-" + name.substring(2))
                    : Optional.empty();
        }
    }
}
