package io.rapport.rulebook.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;
import io.rapport.rulebook.Text;
import io.rapport.rulebook.terms.Saying;
import org.jspecify.annotations.Nullable;

/** For a sentence nobody knows: the pattern that was probably meant, and which words differ. */
final class NearestSaying {

    /** A pattern that differs in more than this share of its words was not meant. */
    private static final double FAR = 0.45;

    /** A word that stands for a name may be as long as this many words for one: "电子邮件" are four characters. */
    private static final double ABSORBED = 0.3;

    private static final Pattern OPEN_PLACE = Pattern.compile("\\{[a-z]+2?}");

    /**
     * A sentence that could be meant.
     *
     * @param example one of this pattern that works
     */
    record Offer(String pattern, String example) {}

    /** Words that nearly every sentence has: that two sentences share them says nothing. */
    private static final Set<String> EVERYWHERE = Set.of("the", "a", "an", "is", "are", "has", "have", "been", "not", "of", "in",
            "for",
            "at", "by", "to", "on", "and", "or", "least", "most", "more", "than", "customer", "customer's", "的", "是", "为", "有",
            "在",
            "不", "客", "户", "至", "少", "多");

    /** A word that differs in more than this share of its letters is another word. */
    private static final double SAME_WORD = 0.4;

    /** @param akin whether the sentences share a word that says what they are about */
    private record Aligned(String pattern, double cost, List<Text.Token> differing, String example, boolean akin) {}

    private NearestSaying() {}

    /** @param works whether a sentence is understood, so that no example is shown that is not */
    static void report(String sentence, Place place, List<Offer> offers, Predicate<String> works, Problems problems) {
        var chinese = isChinese(sentence);
        var ofValue = SampleSentence.ofValue(sentence);
        if (ofValue != null && works.test(ofValue)) {
            problems.add(place, "no such sentence", "Maybe you meant: " + ofValue, "");
            return;
        }
        var nearest = nearest(sentence,
                offers.stream().map(Offer::pattern).filter(pattern -> isChinese(pattern) == chinese).toList());
        if (nearest == null) {
            var example = offers.stream().map(Offer::example)
                    .filter(each -> isChinese(each) == chinese).findFirst().orElse("");
            problems.add(place, "no such sentence", "The vocabulary lists what can be said.", example);
            return;
        }
        var where = nearest.differing().isEmpty()
                ? place
                : place.part(nearest.differing().getFirst().start(),
                        nearest.differing().getLast().end() - nearest.differing().getFirst().start());
        var own = nearest.example();
        var example = !OPEN_PLACE.matcher(own).find() && works.test(own)
                ? own
                : offers.stream().filter(offer -> offer.pattern().equals(nearest.pattern())).map(Offer::example).findFirst()
                        .orElse("");
        var inDays = OtherUnit.sentenceInDays(sentence);
        if (inDays != null && works.test(inDays)) {
            problems.add(where, "no such sentence", "Maybe you meant: " + inDays, "");
            return;
        }
        problems.add(where, "no such sentence", "Maybe you meant: " + nearest.pattern(), example);
    }

    private static boolean isChinese(String text) {
        return text.chars().anyMatch(c -> Text.isHan((char) c));
    }

    private static @Nullable Aligned nearest(String sentence, List<String> patterns) {
        if (sentence.length() > Saying.LONGEST) {
            return null;
        }
        var found = Text.tokens(sentence);
        Aligned best = null;
        for (var pattern : patterns) {
            var tokens = patternTokens(pattern);
            var absorbed = tokens.stream().filter(NearestSaying::absorbs).count() * 8;
            if (found.size() - tokens.size() <= 1 + tokens.size() / 2 + absorbed
                    && tokens.size() - found.size() <= 1 + tokens.size() / 2) {
                var aligned = align(found, tokens, pattern);
                best = aligned.akin() && (best == null || aligned.cost() < best.cost()) ? aligned : best;
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
                                        Math.min(costs[i - 1][j] + extra(pattern.get(j - 1)), costs[i][j - 1] + 1));
            }
        }
        return traced(costs, found, pattern, text);
    }

    private static Aligned traced(double[][] costs, List<Text.Token> found, List<String> pattern, String text) {
        var differing = new ArrayList<Text.Token>();
        var example = new ArrayList<String>();
        var i = found.size();
        var j = pattern.size();
        var akin = pattern.stream().allMatch(NearestSaying::saysNothing);
        while (i > 0 || j > 0) {
            var change = i > 0 && j > 0 ? change(found.get(i - 1), pattern.get(j - 1)) : 1;
            if (i > 0 && j > 0 && costs[i][j] == costs[i - 1][j - 1] + change) {
                akin |= change <= SAME_WORD && !saysNothing(pattern.get(j - 1));
                if (change > 0) {
                    differing.addFirst(found.get(i - 1));
                }
                example.addFirst(isPlaceholder(pattern.get(j - 1)) ? found.get(i - 1).word() : pattern.get(j - 1));
                i--;
                j--;
            } else if (i > 0 && costs[i][j] == costs[i - 1][j] + (j > 0 ? extra(pattern.get(j - 1)) : 1)) {
                i--;
                if (j > 0 && absorbs(pattern.get(j - 1))) {
                    example.addFirst(found.get(i).word());
                } else {
                    differing.addFirst(found.get(i));
                }
            } else {
                example.addFirst(pattern.get(j - 1));
                j--;
            }
        }
        return new Aligned(text, costs[found.size()][pattern.size()], differing, joined(example), akin);
    }

    private static double change(Text.Token found, String pattern) {
        var isNumber = Character.isDigit(found.word().charAt(0));
        if (pattern.equals("{text}")) {
            return "\"“".indexOf(found.word().charAt(0)) >= 0 ? 0 : 1;
        }
        if (isPlaceholder(pattern)) {
            return isNumber(pattern) == isNumber || !isNumber(pattern) && !pattern.equals("{unit}") && !pattern.equals("{period}")
                    ? 0
                    : 1;
        }
        var one = found.word().toLowerCase(Locale.ROOT);
        var other = pattern.toLowerCase(Locale.ROOT);
        return one.equals(other) ? 0 : Math.min(1, Text.distance(one, other) / (double) Math.max(one.length(), other.length()));
    }

    /** What a word costs that the pattern does not have. */
    private static double extra(String pattern) {
        return absorbs(pattern) ? ABSORBED : 1;
    }

    private static boolean absorbs(String pattern) {
        return isPlaceholder(pattern) && !isNumber(pattern);
    }

    private static boolean isNumber(String pattern) {
        return pattern.startsWith("{number") || pattern.startsWith("{days");
    }

    private static boolean saysNothing(String token) {
        return isPlaceholder(token) || EVERYWHERE.contains(token) || !Character.isLetterOrDigit(token.codePointAt(0));
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
