package io.rapport.intake.mails;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts what a reply quotes from earlier mails, and the signature below: what is left is what the customer wrote this time. */
final class QuotedReply {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** "On Monday Anna wrote:", in several languages, in one line. */
    private static final Pattern INTRODUCTION = Pattern
            .compile("(?:.{0,300}?[\\s,，>\\])]|)(?:wrote|writes|a écrit|schrieb(?: .{1,100})?"
                    + "|escribió|ha scritto|escreveu|schreef|skrev|napisał(?:\\(a\\))?|написал(?:\\(а\\))?|пишет|.{0,60}写道|.{0,60}寫道|.{0,60}写到"
                    + "|.{0,60}(?:は書きました|のメッセージ))\\s*[:：]\\s*", FLAGS);

    /** The first word of an introduction that runs over several lines. */
    private static final Pattern BEGINNING = Pattern.compile("\\s*(?:on|le|am|el|il|em|op|den|på|在|于|於)\\b?.{4,}|\\s*\\d{4}年.*",
            FLAGS);

    private static final Pattern DIVIDER = Pattern
            .compile("\\s*[-_=—*]{2,}\\s*(?:original message|original appointment|forwarded message"
                    + "|begin forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|原始邮件|原始郵件|邮件原件|原邮件"
                    + "|回复的原邮件|转发邮件信息|元のメッセージ|исходное сообщение|пересылаемое сообщение)\\s*[-_=—*]*\\s*", FLAGS);

    private static final Pattern FROM = Pattern.compile("[\\s*]*(?:from|de|von|da|van|发件人|發件人|寄件者|差出人|от)\\s*[:：][\\s*]*\\S.*",
            FLAGS);

    private static final Pattern OTHER_HEADER = Pattern
            .compile("[\\s*]*(?:sent|date|to|subject|cc|envoyé|date d'envoi|à|objet|gesendet|an|betreff"
                    + "|datum|发送时间|发送日期|日期|时间|收件人|抄送|主题|寄件日期|收件者|主旨|宛先|件名|送信日時|дата|кому|тема)\\s*[:：].*", FLAGS);

    private static final Pattern SENT_FROM = Pattern
            .compile("\\s*(?:sent from (?:my (?:iphone|ipad|android|mobile|samsung|huawei|phone|.{0,20}"
                    + "blackberry)|mail for windows|yahoo mail|outlook).{0,40}|sent via .{1,40}|get outlook for .{1,20}"
                    + "|发自我的.{1,20}|从我的.{1,20}发送|發自我的.{1,20}|iphoneから送信)\\s*", FLAGS);

    private static final Pattern RULE = Pattern.compile("\\s*[-_=*—]{5,}\\s*");

    /** Lines that are no longer than this are looked at; the rest is text. */
    private static final int LONGEST_MARK = 300;

    private QuotedReply() {}

    static String cut(String text) {
        List<String> lines = text.lines().toList();
        List<String> written = new ArrayList<>();
        boolean below = false;
        for (int i = 0; i < lines.size() && !below; i++) {
            String line = lines.get(i);
            int introduced = introduction(lines, i);
            if (introduced > 0 && isQuoted(lines, i + introduced)) {
                i += introduced - 1;
            } else if (introduced > 0 || is(DIVIDER, line) || isHeaderBlock(lines, i)
                    || line.stripTrailing().equals("--")) {
                below = true;
            } else if (!line.startsWith(">") && !is(SENT_FROM, line)) {
                written.add(line);
            }
        }
        while (!written.isEmpty() && (written.getLast().isBlank() || below && is(RULE, written.getLast()))) {
            written.removeLast();
        }
        String result = String.join("\n", written).strip();
        return result.isEmpty() ? unquoted(lines) : result;
    }

    /** A forwarded mail has nothing above: all of it is the message, but for lines marked as quoted. */
    private static String unquoted(List<String> lines) {
        return String.join("\n", lines.stream().filter(line -> !line.startsWith(">")).toList()).strip();
    }

    /** How many lines from here on introduce a quotation; 0 if none do. */
    private static int introduction(List<String> lines, int at) {
        var joined = new StringBuilder();
        for (int count = 1; count <= 4 && at + count <= lines.size(); count++) {
            String line = lines.get(at + count - 1);
            if (line.isBlank() || joined.length() + line.length() > 400 || line.startsWith(">")) {
                return 0;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(line);
            if (INTRODUCTION.matcher(joined).matches()) {
                return count;
            }
            if (count == 1 && !BEGINNING.matcher(line).matches()) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean isQuoted(List<String> lines, int from) {
        int next = from;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next < lines.size() && lines.get(next).startsWith(">");
    }

    private static boolean is(Pattern mark, String line) {
        return line.length() <= LONGEST_MARK && mark.matcher(line).matches();
    }

    /** Outlook's way: From, Sent, To, Subject in a block. */
    private static boolean isHeaderBlock(List<String> lines, int at) {
        if (!is(FROM, lines.get(at))) {
            return false;
        }
        return lines.stream().skip(at + 1L).filter(line -> !line.isBlank()).limit(4)
                .filter(line -> is(OTHER_HEADER, line)).count() >= 2;
    }
}
