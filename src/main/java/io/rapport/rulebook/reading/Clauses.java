package io.rapport.rulebook.reading;

import java.util.ArrayList;
import java.util.List;

import io.rapport.rulebook.Text;

/** Cuts a sentence at its commas, not at those inside quotes. */
public final class Clauses {

    private Clauses() {}

    public static List<Text.Token> of(String sentence) {
        var clauses = new ArrayList<Text.Token>();
        var from = 0;
        for (var i = 0; i < sentence.length(); i++) {
            var c = sentence.charAt(i);
            if (c == '"' || c == '“' || c == '”') {
                i = partner(sentence, i);
            } else if (c == ',' || c == '，') {
                add(clauses, sentence, from, i);
                from = i + 1;
            }
        }
        add(clauses, sentence, from, sentence.length());
        return clauses;
    }

    /** Where the text ends that a quote begins: between straight quotes others are part of it; they may also be mixed. */
    private static int partner(String sentence, int open) {
        var straight = sentence.indexOf('"', open + 1);
        if (sentence.charAt(open) == '"' && straight > 0) {
            return straight;
        }
        for (var i = open + 1; i < sentence.length(); i++) {
            if ("\"“”".indexOf(sentence.charAt(i)) >= 0) {
                return i;
            }
        }
        return sentence.length();
    }

    private static void add(List<Text.Token> clauses, String sentence, int from, int to) {
        var clause = sentence.substring(from, to);
        var blank = clause.length() - clause.stripLeading().length();
        clauses.add(new Text.Token(clause.strip(), from + blank));
    }
}
