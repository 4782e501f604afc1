package io.rapport.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.rapport.rulebook.Rule;

/** Writes the handbook as HTML; every text of a rule or a feature is escaped. */
final class HandbookPage {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1c2430;background:#fff}
            h2{margin-top:3rem;border-top:1px solid #c9d1da;padding-top:1rem}dt{font-weight:600}dd{margin:0 0 .5rem}
            table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #dde3ea}
            .n{text-align:right;white-space:nowrap}.good{color:#17632d}.bad{color:#a11212;font-weight:600}.soft{color:#5a6675}
            pre{overflow:auto;background:#f4f6f8;padding:.8rem;white-space:pre-wrap}code{font-family:ui-monospace,monospace}
            """;

    private final Handbook handbook;
    private final Locale locale;
    private final String styleSheet;
    private final Texts texts;
    private final RuleSentences sentences;
    private final StringBuilder html = new StringBuilder();

    /** @param styleSheet its address; empty: the page brings its own style */
    HandbookPage(Handbook handbook, Locale locale, String styleSheet) {
        this.styleSheet = styleSheet;
        this.handbook = handbook;
        this.locale = locale;
        this.texts = Texts.in(locale);
        this.sentences = new RuleSentences(locale);
    }

    String html() {
        html.append("<!DOCTYPE html>\n<html lang=\"").append(locale.getLanguage()).append("\">\n<head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                .append(text("handbook.title"))
                .append("</title>")
                .append(styleSheet.isEmpty()
                        ? "<style>" + STYLE + "</style>"
                        : "<link rel=\"stylesheet\" href=\"" + escaped(styleSheet) + "\">")
                .append("</head>\n<body><main>\n");
        element("h1", texts.of("handbook.title"));
        element("p", texts.of("handbook.version", handbook.version().substring(0, Math.min(12, handbook.version().length()))));
        element("p", handbook.counts() == null
                ? texts.of("handbook.nonumbers")
                : texts.of("handbook.numbers", String.valueOf(handbook.from()), String.valueOf(handbook.to())));
        html.append("<nav><ol>");
        handbook.chapters().forEach(chapter -> html.append("<li><a href=\"#").append(escaped(chapter.meta().id())).append("\">")
                .append(escaped(chapter.meta().title().strip())).append("</a> <span class=\"")
                .append(red(chapter) == 0 ? "good" : "bad")
                .append("\">").append(escaped(result(chapter))).append("</span></li>"));
        html.append("<li><a href=\"#concepts\">").append(text("handbook.concepts")).append("</a></li></ol></nav>\n");
        concepts();
        handbook.chapters().forEach(this::chapter);
        return html.append("</main></body>\n</html>\n").toString();
    }

    /** One row for each thing that is concluded. */
    private void concepts() {
        html.append("<section class=\"scroll\"><h2 id=\"concepts\">").append(text("handbook.concepts"))
                .append("</h2>\n<table><thead><tr>");
        for (var head : List.of("concept", "values", "decided", "examples", "reads")) {
            html.append("<th>").append(text("handbook." + head)).append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
        for (var row : handbook.concepts().rows(locale)) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</tbody></table></section>\n");
    }

    private void chapter(Handbook.Chapter chapter) {
        var meta = chapter.meta();
        html.append("<section><h2 id=\"").append(escaped(meta.id())).append("\">").append(escaped(meta.title().strip()))
                .append("</h2>\n");
        html.append("<p class=\"soft\"><code>rules/").append(escaped(chapter.file())).append("</code> ")
                .append(escaped(meta.id()))
                .append(" · ").append(escaped(meta.owner())).append(" · ")
                .append(escaped(meta.status().name().toLowerCase(Locale.ROOT))).append(" · ").append(meta.since())
                .append("</p>\n<dl>");
        term("handbook.purpose", meta.purpose());
        term("handbook.wrongly", meta.wronglyCatches());
        html.append("</dl>\n");
        rules(chapter.rules());
        examples(chapter);
        html.append("</section>\n");
    }

    private void term(String key, String said) {
        html.append("<dt>").append(text(key)).append("</dt><dd>").append(escaped(said)).append("</dd>");
    }

    private void rules(List<Rule> rules) {
        html.append("<h3>").append(text("handbook.rules")).append("</h3>\n<table><tbody>\n");
        for (var rule : rules) {
            html.append("<tr><td><code>").append(escaped(rule.id())).append("</code></td><td>")
                    .append(escaped(sentences.of(rule))).append("</td>");
            var counts = handbook.counts();
            if (counts != null) {
                html.append("<td class=\"n\">").append(escaped(texts.of("handbook.times", counts.getOrDefault(rule.id(), 0L))))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table>\n");
    }

    private void examples(Handbook.Chapter chapter) {
        html.append("<h3>").append(text("handbook.examples")).append("</h3>\n");
        if (chapter.examples().isEmpty()) {
            element("p", texts.of("handbook.noexamples"));
        }
        for (var feature : chapter.examples()) {
            html.append("<ul>");
            for (var example : feature.examples()) {
                html.append("<li class=\"").append(example.passed() ? "good" : "bad").append("\">")
                        .append(text(example.passed() ? "handbook.passed" : "handbook.failed")).append(' ')
                        .append(escaped(example.name()));
                if (!example.passed()) {
                    html.append("<pre>").append(escaped(example.render(locale))).append("</pre>");
                }
                html.append("</li>");
            }
            html.append("</ul>\n<details><summary><code>features/").append(escaped(feature.file()))
                    .append("</code></summary><pre>").append(escaped(feature.text())).append("</pre></details>\n");
        }
    }

    private static long red(Handbook.Chapter chapter) {
        return chapter.examples().stream().flatMap(feature -> feature.examples().stream()).filter(each -> !each.passed()).count();
    }

    private String result(Handbook.Chapter chapter) {
        var all = chapter.examples().stream().mapToLong(feature -> feature.examples().size()).sum();
        return texts.of("handbook.result", all - red(chapter), all);
    }

    private void element(String name, String said) {
        html.append('<').append(name).append('>').append(escaped(said)).append("</").append(name).append(">\n");
    }

    private String text(String key) {
        return escaped(texts.of(key));
    }

    private static final Map<Character, String> ENTITIES = Map.of('<', "&lt;", '>', "&gt;", '&', "&amp;", '"', "&quot;", '\'',
            "&#39;");

    static String escaped(String text) {
        var safe = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            safe.append(ENTITIES.getOrDefault(c, String.valueOf(c)));
        }
        return safe.toString();
    }
}
