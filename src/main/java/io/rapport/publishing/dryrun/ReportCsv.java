package io.rapport.publishing.dryrun;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Everybody affected, one a line, as spreadsheets open it: UTF-8 with its mark, and no cell that would run as a formula. */
public final class ReportCsv {

    private static final String MARK = "\uFEFF";

    private static final List<String> ENGLISH = List.of(
            "customer", "known by", "change", "action", "live", "candidate", "at", "live because", "candidate because");

    private static final List<String> CHINESE = List.of("客户", "标识", "变化", "动作", "现行", "候选", "时间", "现行规则的原因", "候选规则的原因");

    private ReportCsv() {}

    /** Writes those of a finished run, out of the folder it worked in. */
    public static void write(Path folder, Locale locale, Appendable out) throws IOException {
        try (var rows = Checkpoints.affected(folder)) {
            write(rows.iterator(), locale, out);
        }
    }

    public static void write(Iterator<Affected> rows, Locale locale, Appendable out) throws IOException {
        out.append(MARK);
        line(locale.getLanguage().equals("zh") ? CHINESE : ENGLISH, out);
        while (rows.hasNext()) {
            var row = rows.next();
            line(List.of(Long.toString(row.customer()), row.who(), row.change(), row.what(), row.live(), row.candidate(),
                    row.at().toString(), row.liveBecause().in(locale), row.candidateBecause().in(locale)), out);
        }
    }

    private static void line(List<String> cells, Appendable out) throws IOException {
        var first = true;
        for (var cell : cells) {
            out.append(first ? "" : ",").append('"').append(harmless(cell).replace("\"", "\"\"")).append('"');
            first = false;
        }
        out.append("\r\n");
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
