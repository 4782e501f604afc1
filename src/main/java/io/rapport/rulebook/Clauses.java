package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.List;

/** Cuts a sentence at its commas, not at those inside quotes. */
final class Clauses {

    private Clauses() {}

    static List<Text.Token> of(String sentence) {
        var clauses = new ArrayList<Text.Token>();
        var quoted = false;
        var from = 0;
        for (var i = 0; i < sentence.length(); i++) {
            var c = sentence.charAt(i);
            if (c == '"' || c == '“' || c == '”') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '，')) {
                add(clauses, sentence, from, i);
                from = i + 1;
            }
        }
        add(clauses, sentence, from, sentence.length());
        return clauses;
    }

    private static void add(List<Text.Token> clauses, String sentence, int from, int to) {
        var clause = sentence.substring(from, to);
        var blank = clause.length() - clause.stripLeading().length();
        clauses.add(new Text.Token(clause.strip(), from + blank));
    }
}
