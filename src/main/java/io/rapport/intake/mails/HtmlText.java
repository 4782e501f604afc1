package io.rapport.intake.mails;

import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Plain text of an HTML mail. Mail programs mark the earlier mail below a reply as an element, in no language: that tells more
 * certainly than any words where the customer's own text ends.
 *
 * @param written without the earlier mails that are marked
 * @param everything with them
 */
record HtmlText(String written, String everything) {

    private static final int LONGEST = 500_000;

    private static final Pattern SPACES = Pattern.compile("[ \\t\\u00a0]++");

    private static final Pattern WHITE = Pattern.compile("[\\s\\u00a0]++");

    /** An earlier mail as one element: Gmail, Apple Mail, Thunderbird, Yahoo, Zoho, Proton, QQ, NetEase, Spark and others. */
    private static final String QUOTES = ".gmail_quote, .gmail_quote_container, .gmail_attr, blockquote[type=cite], blockquote[cite], "
            + ".yahoo_quoted, [id^=yahoo_quoted], .moz-cite-prefix, .zmail_extra, #blockquote_zmail, .protonmail_quote, "
            + ".tutanota_quote, .moz-signature, includetail, #isReplyContent, [name=messageReplySection], .front-blockquote, "
            + ".sh-quoted-content, .freshdesk_quote, .ik_mail_quote, .mailspring-quote, .airmail_quote, .hs_reply, .x_gmail_quote, "
            + ".zhistoryRow, .mail_quote, .quote_body, .naver_quote, #reply-intro, .intercom-quote";

    /** Where Outlook, Hotmail, Windows Mail and others begin an earlier mail: this element and all that follows. */
    private static final String BEGINNINGS = "#divRplyFwdMsg, #x_divRplyFwdMsg, #appendonsend, #x_appendonsend, #stopSpelling, "
            + "#OLK_SRC_BODY_SECTION, .OutlookMessageHeader, #mail-editor-reference-message-container, hr[tabindex=-1], "
            + "#isForwardContent, #ms-outlook-mobile-body-separator-line, "
            + "div[style*=border-top:solid][style*=padding:3.0pt], div[style*=border-top-style: solid][style*=padding-top: 5px]";

    static HtmlText of(String html, boolean cutsQuotes) {
        Document document = Jsoup.parse(html.length() > LONGEST ? html.substring(0, LONGEST) : html);
        document.select("head, style, script, title, noscript, template").remove();
        String everything = text(document);
        if (!cutsQuotes) {
            return new HtmlText(everything, everything);
        }
        document.select(QUOTES).remove();
        Element beginning = document.selectFirst(BEGINNINGS);
        if (beginning != null) {
            removeFrom(beginning);
        }
        return new HtmlText(text(document), everything);
    }

    /** Whether the mail program marked an earlier mail. */
    boolean isReply() {
        return written.length() < everything.length();
    }

    /** The element and all that stands behind it in the document. */
    private static void removeFrom(Element beginning) {
        for (Node node = beginning; node != null && !node.nameIs("body"); node = node.parent()) {
            for (Node after = node.nextSibling(); after != null; after = node.nextSibling()) {
                after.remove();
            }
        }
        beginning.remove();
    }

    private static String text(Document document) {
        var text = new StringBuilder();
        document.body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    append(text, words.getWholeText());
                } else if (node.nameIs("br")) {
                    text.append('\n');
                } else if (node instanceof Element element && element.isBlock()) {
                    newLine(text);
                } else if (node.nameIs("td") || node.nameIs("th")) {
                    text.append(' ');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && element.isBlock()) {
                    newLine(text);
                    if (element.nameIs("p")) {
                        text.append('\n');
                    }
                }
            }
        });
        return SPACES.matcher(text).replaceAll(" ").replace(" \n", "\n").replace("\n ", "\n").replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static void append(StringBuilder text, String words) {
        String oneLine = WHITE.matcher(words).replaceAll(" ");
        boolean atStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        text.append(atStart ? oneLine.stripLeading() : oneLine);
    }

    private static void newLine(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
