package io.rapport.console.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Help.Ansi;

/** Where the command's words go: answers to one stream, progress and errors to the other. */
public final class Terminal {

    private final PrintWriter out;

    private final PrintWriter err;

    private final Words words;

    private final Ansi colours;

    private final boolean live;

    private boolean json;

    /** @param live whether a person watches, so that a line may be written over */
    Terminal(PrintWriter out, PrintWriter err, Words words, Ansi colours, boolean live) {
        this.out = out;
        this.err = err;
        this.words = words;
        this.colours = colours;
        this.live = live;
    }

    /** A sentence of {@code command.properties} in the person's language. */
    public String word(String key, Object... values) {
        return words.of(key, values);
    }

    Words words() {
        return words;
    }

    public Locale language() {
        return words.language();
    }

    /** Whether the answer is to be one JSON document. */
    public boolean json() {
        return json;
    }

    void json(boolean asked) {
        this.json = asked;
    }

    /** One line of the answer. */
    public void say(String line) {
        out.println(line);
    }

    /** The answer as JSON. */
    public void sayJson(Object answer) {
        out.println(Json.pretty(answer));
    }

    /** Rows below their headings, aligned. */
    public void table(List<String> headings, List<List<String>> rows) {
        new Table(headings, rows).lines(this).forEach(out::println);
    }

    /** Something beside the answer: which folder is read, what went wrong. */
    public void tell(String line) {
        err.println(line);
    }

    /** How far it is, over the line before; nothing when nobody watches. */
    public void progress(String line) {
        if (live) {
            err.print("\r\033[K" + line);
            err.flush();
        }
    }

    /** Takes the line of progress away. */
    public void progressEnds() {
        progress("");
    }

    String good(String text) {
        return styled("fg(green)", text);
    }

    String bad(String text) {
        return styled("fg(red)", text);
    }

    String strong(String text) {
        return styled("bold", text);
    }

    String faint(String text) {
        return styled("faint", text);
    }

    String hint(String text) {
        return styled("fg(cyan)", text);
    }

    Ansi colours() {
        return colours;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    private String styled(String style, String text) {
        if (!colours.enabled() || text.isEmpty()) {
            return text;
        }
        return Ansi.Style.on(Ansi.Style.parse(style)) + text + Ansi.Style.off(Ansi.Style.parse(style));
    }
}
