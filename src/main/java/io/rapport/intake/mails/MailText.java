package io.rapport.intake.mails;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rapport.facts.EventData.DeliveryReport;
import io.rapport.intake.PlainText;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;

/** Walks through the parts of one mail: collects what a person would read, counts what is attached. */
final class MailText {

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern TYPE = Pattern.compile("^\\s*([A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+)");

    private static final Pattern CALENDAR_ANSWER = Pattern.compile("method\\s*=\\s*\"?(?:reply|counter|refresh)",
            Pattern.CASE_INSENSITIVE);

    private static final int WORDS_COMPARED = 300;

    private static final int MOST_BYTES_OF_TEXT = 1_000_000;

    private final MailLimits limits;

    private final List<DeliveryReport> reports = new ArrayList<>();

    private Map<String, String> returned = Map.of();

    private HtmlText html = new HtmlText("", "");

    private boolean onlyQuotes;

    private boolean calendarAnswer;

    private int attachments;

    private int parts;

    MailText(MailLimits limits) {
        this.limits = limits;
    }

    /** What a person would read, in plain text. */
    String of(Part mail) throws MessagingException {
        return read(mail, 0).strip();
    }

    int attachments() {
        return attachments;
    }

    /** What a mail server or a mailbox provider reports in fields, one for each recipient; empty if there is no such report. */
    List<DeliveryReport> reports() {
        return reports;
    }

    /** The header of a mail that lies inside, names in lower case: in a report it is the one reported about. */
    Map<String, String> returned() {
        return returned;
    }

    /** Whether the mail program marked all of the text as an earlier mail. */
    boolean isOnlyQuotes() {
        return onlyQuotes;
    }

    /** Whether a calendar answers an invitation of ours; what its owner adds to that is text beside it. */
    boolean isCalendarAnswer() {
        return calendarAnswer;
    }

    private String read(Part part, int depth) throws MessagingException {
        String type = type(part);
        if (++parts > limits.parts() || depth > limits.depth()) {
            attachments++;
            return "";
        }
        if (type.startsWith("multipart/")) {
            return several(part, type, depth);
        }
        switch (type) {
            case "message/delivery-status", "message/global-delivery-status" ->
                reports.addAll(ReportFields.ofDelivery(content(part)));
            case "message/feedback-report" -> reports.addAll(ReportFields.ofFeedback(content(part)));
            case "message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers" -> {
                returned = returned.isEmpty() ? ReportFields.header(beginning(content(part))) : returned;
                attachments++;
            }
            default -> {
                return text(part, type, depth);
            }
        }
        return "";
    }

    private String text(Part part, String type, int depth) throws MessagingException {
        calendarAnswer |= type.equals("text/calendar") && CALENDAR_ANSWER.matcher(MailHeader.raw(part, "Content-Type")).find();
        if (!isText(type) || depth > 0 && isAttached(part)) {
            attachments++;
            return "";
        }
        String text = content(part);
        if (!type.equals("text/html")) {
            return text.replace("\r\n", "\n").replace('\r', '\n');
        }
        html = HtmlText.of(text, limits.cutsQuotes());
        onlyQuotes |= html.written().isBlank() && !html.everything().isBlank();
        return html.written().isBlank() ? html.everything() : html.written();
    }

    /** Headers end at the first empty line. */
    private static String beginning(String mail) {
        String text = mail.replace("\r\n", "\n").stripLeading();
        int end = text.indexOf("\n\n");
        return PlainText.bounded(end < 0 ? text : text.substring(0, end), 20_000);
    }

    private String several(Part part, String type, int depth) throws MessagingException {
        List<Part> children = children(part);
        if (children.isEmpty()) {
            return content(part);
        }
        List<String> texts = new ArrayList<>();
        String plain = "";
        for (Part child : children) {
            String text = read(child, depth + 1);
            if (!text.isBlank()) {
                texts.add(text.strip());
                plain = plain.isEmpty() && type(child).equals("text/plain") ? text.strip() : plain;
            }
        }
        if (type.equals("multipart/alternative")) {
            return texts.isEmpty() || !plain.isEmpty() && isEnough(plain) ? plain : texts.getLast();
        }
        return type.equals("multipart/related") && !texts.isEmpty() ? texts.getFirst() : String.join("\n\n", texts);
    }

    /** The plain text is what the HTML says, and no earlier mail is marked there; else the HTML is what the customer wrote and saw. */
    private boolean isEnough(String plain) {
        if (html.everything().isBlank()) {
            return true;
        }
        Set<String> shown = words(html.everything(), Integer.MAX_VALUE);
        Set<String> said = words(plain, WORDS_COMPARED);
        long common = said.stream().filter(shown::contains).count();
        return common * 2 >= said.size() && (!html.isReply() || html.written().isBlank())
                && own(plain) * 4 <= own(html.everything()) * 5;
    }

    /** How many characters are the customer's own, as far as words tell. */
    private long own(String text) {
        return limits.cutsQuotes() ? QuotedReply.cut(PlainText.bounded(text, 2 * limits.characters()), _ -> true).length() : 0;
    }

    /** Words in lower case; each character of a script without spaces is one. */
    private static Set<String> words(String text, int most) {
        Set<String> words = new HashSet<>();
        int start = 0;
        for (int i = 0; i <= text.length() && words.size() < most; i++) {
            char character = i < text.length() ? text.charAt(i) : ' ';
            boolean alone = character >= 0x2e80 && Character.isLetter(character);
            if (alone || !Character.isLetterOrDigit(character)) {
                if (i > start) {
                    words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                }
                if (alone) {
                    words.add(String.valueOf(character));
                }
                start = i + 1;
            }
        }
        return words;
    }

    /** The parts inside, none if the mail only claims to have some. */
    private static List<Part> children(Part part) {
        List<Part> children = new ArrayList<>();
        try {
            var multipart = new MimeMultipart(part.getDataHandler().getDataSource());
            for (int i = 0; i < multipart.getCount(); i++) {
                children.add(multipart.getBodyPart(i));
            }
        } catch (MessagingException brokenFromHereOn) {
            return children;
        }
        return children;
    }

    private static boolean isText(String type) {
        return type.equals("text/plain") || type.equals("text/html") || type.equals("text/enriched")
                || type.equals("text/markdown");
    }

    private static boolean isAttached(Part part) throws MessagingException {
        String disposition = MailHeader.raw(part, "Content-Disposition").toLowerCase(Locale.ROOT);
        return disposition.strip().startsWith("attachment") || disposition.contains("filename");
    }

    /** The media type in lower case; text/plain for none, and for one that cannot be read. */
    static String type(Part part) throws MessagingException {
        Matcher type = TYPE.matcher(MailHeader.raw(part, "Content-Type"));
        return type.find() ? type.group(1).toLowerCase(Locale.ROOT) : "text/plain";
    }

    private static String content(Part part) throws MessagingException {
        Matcher charset = CHARSET.matcher(MailHeader.raw(part, "Content-Type"));
        return MailCharset.text(bytes(part), charset.find() ? charset.group(1) : null);
    }

    private static byte[] bytes(Part part) throws MessagingException {
        try (InputStream decoded = decoded(part)) {
            return decoded.readNBytes(MOST_BYTES_OF_TEXT);
        } catch (IOException | MessagingException | RuntimeException notEncodedAsItSays) {
            try (InputStream raw = raw(part)) {
                return raw.readNBytes(MOST_BYTES_OF_TEXT);
            } catch (IOException e) {
                throw new MessagingException("a part cannot be read", e);
            }
        }
    }

    /** The parser leaves parts that are messages as they are: those for addresses beyond ASCII may be encoded (RFC 6533). */
    private static InputStream decoded(Part part) throws IOException, MessagingException {
        String encoding = MailHeader.raw(part, "Content-Transfer-Encoding").strip();
        return encoding.isEmpty() || !type(part).startsWith("message/")
                ? part.getInputStream()
                : MimeUtility.decode(raw(part), encoding);
    }

    private static InputStream raw(Part part) throws MessagingException {
        return switch (part) {
            case MimeMessage message -> message.getRawInputStream();
            case MimeBodyPart body -> body.getRawInputStream();
            default -> throw new MessagingException("a part of an unknown kind");
        };
    }
}
