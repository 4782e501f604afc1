package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.rapport.rulebook.Problems.Place;
import org.jspecify.annotations.Nullable;

/** For a sentence nobody knows: the pattern that was probably meant, and which words differ. */
final class NearestSaying {

    /** A pattern that differs in more than this share of its words was not meant. */
    private static final double FAR = 0.45;

    private record Aligned(String pattern, double cost, List<Text.Token> differing, String example) {}

    private NearestSaying() {}

    static void report(String sentence, Place place, List<String> patterns, Problems problems) {
        var nearest = nearest(sentence, patterns);
        if (nearest == null) {
            problems.add(place, "no such sentence", "See the vocabulary for what can be said.");
            return;
        }
        var where = nearest.differing().isEmpty()
                ? place
                : place.part(nearest.differing().getFirst().start(),
                        nearest.differing().getLast().end() - nearest.differing().getFirst().start());
        problems.add(where, "no such sentence", "Maybe you meant: " + nearest.pattern(), nearest.example());
    }

    private static @Nullable Aligned nearest(String sentence, List<String> patterns) {
        if (sentence.length() > Saying.LONGEST) {
            return null;
        }
        var found = Text.tokens(sentence);
        Aligned best = null;
        for (var pattern : patterns) {
            var tokens = patternTokens(pattern);
            if (Math.abs(tokens.size() - found.size()) <= 1 + tokens.size() / 2) {
                var aligned = align(found, tokens, pattern);
                best = best == null || aligned.cost() < best.cost() ? aligned : best;
            }
        }
        return best == null || best.cost() > FAR * Math.max(patternTokens(best.pattern()).size(), found.size()) ? null : best;
    }

    /** A placeholder is one word, also between Chinese characters. */
    private static List<String> patternTokens(String pattern) {
        return Text.tokens(pattern.replace("{", " {").replace("}", "} ")).stream().map(Text.Token::word).toList();
    }

    private static Aligned align(List<Text.Token> found, List<String> pattern, String text) {
        var costs = new double[found.size() + 1][pattern.size() + 1];
        for (var i = 0; i <= found.size(); i++) {
            for (var j = 0; j <= pattern.size(); j++) {
                costs[i][j] = i == 0 ? j
                        : j == 0 ? i
                                : Math.min(costs[i - 1][j - 1] + change(found.get(i - 1), pattern.get(j - 1)),
                                        Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
            }
        }
        return traced(costs, found, pattern, text);
    }

    private static Aligned traced(double[][] costs, List<Text.Token> found, List<String> pattern, String text) {
        var differing = new ArrayList<Text.Token>();
        var example = new ArrayList<String>();
        var i = found.size();
        var j = pattern.size();
        while (i > 0 || j > 0) {
            var change = i > 0 && j > 0 ? change(found.get(i - 1), pattern.get(j - 1)) : 1;
            if (i > 0 && j > 0 && costs[i][j] == costs[i - 1][j - 1] + change) {
                if (change > 0) {
                    differing.addFirst(found.get(i - 1));
                }
                example.addFirst(isPlaceholder(pattern.get(j - 1)) ? found.get(i - 1).word() : pattern.get(j - 1));
                i--;
                j--;
            } else if (i > 0 && costs[i][j] == costs[i - 1][j] + 1) {
                differing.addFirst(found.get(i - 1));
                i--;
            } else {
                example.addFirst(pattern.get(j - 1));
                j--;
            }
        }
        return new Aligned(text, costs[found.size()][pattern.size()], differing, joined(example));
    }

    private static double change(Text.Token found, String pattern) {
        var isNumber = Character.isDigit(found.word().charAt(0));
        if (isPlaceholder(pattern)) {
            return !pattern.startsWith("{number") && !pattern.startsWith("{days") || isNumber ? 0 : 1;
        }
        var one = found.word().toLowerCase(Locale.ROOT);
        var other = pattern.toLowerCase(Locale.ROOT);
        return one.equals(other) ? 0 : Math.min(1, Text.distance(one, other) / (double) Math.max(one.length(), other.length()));
    }

    private static boolean isPlaceholder(String token) {
        return token.startsWith("{");
    }

    private static String joined(List<String> words) {
        var text = new StringBuilder();
        for (var word : words) {
            var chinese = Text.isHan(word.charAt(0)) || !text.isEmpty() && Text.isHan(text.charAt(text.length() - 1));
            text.append(text.isEmpty() || chinese ? "" : " ").append(word);
        }
        return text.toString();
    }
}
