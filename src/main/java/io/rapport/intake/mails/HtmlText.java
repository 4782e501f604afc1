package io.rapport.intake.mails;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Plain text of an HTML mail, without the earlier mails that mail programs put into marked elements. */
final class HtmlText {

    private static final int LONGEST = 500_000;

    /** An earlier mail as Gmail, Apple Mail, Thunderbird, Yahoo, Zoho, Proton and QQ mark it. */
    private static final String QUOTES = ".gmail_quote, .gmail_attr, blockquote[type=cite], .yahoo_quoted, .moz-cite-prefix, "
            + ".zmail_extra, .protonmail_quote, .moz-signature, includetail, #isReplyContent";

    /** Where Outlook, Hotmail and others begin an earlier mail: this element and all that follow beside it. */
    private static final String BEGINNINGS = "#divRplyFwdMsg, #appendonsend, #stopSpelling, .OutlookMessageHeader, "
            + "#mail-editor-reference-message-container, hr[tabindex=-1]";

    private HtmlText() {}

    static String of(String html, boolean cutsQuotes) {
        Document document = Jsoup.parse(html.length() > LONGEST ? html.substring(0, LONGEST) : html);
        document.select("head, style, script, title, noscript, template").remove();
        if (!cutsQuotes) {
            return text(document);
        }
        String everything = text(document);
        document.select(QUOTES).remove();
        for (Element beginning : document.select(BEGINNINGS)) {
            for (Node after = beginning.nextSibling(); after != null; after = beginning.nextSibling()) {
                after.remove();
            }
            beginning.remove();
        }
        String written = text(document);
        return written.isBlank() ? everything : written;
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
        return text.toString().replaceAll("[ \\t\\u00a0]+", " ").replaceAll(" ?\\n ?", "\n").replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static void append(StringBuilder text, String words) {
        String oneLine = words.replaceAll("[\\s\\u00a0]+", " ");
        boolean atStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        text.append(atStart ? oneLine.stripLeading() : oneLine);
    }

    private static void newLine(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
