package io.rapport.policy.wording;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rapport.facts.Channel;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Term;
import io.rapport.rulebook.Vocabulary;

/** The marketer's words for channels, languages, measures, concepts and tiers, English and Chinese side by side. */
public final class Dictionary {

    private static final Map<String, Channel> CHANNELS = ordered(
            "e-mail", Channel.EMAIL, "电子邮件", Channel.EMAIL, "web", Channel.WEB, "网页", Channel.WEB,
            "phone", Channel.CALL_CENTRE, "电话", Channel.CALL_CENTRE, "SMS", Channel.SMS, "短信", Channel.SMS,
            "chat", Channel.CHAT, "聊天", Channel.CHAT, "letter", Channel.LETTER, "信函", Channel.LETTER,
            "app", Channel.MOBILE, "手机应用", Channel.MOBILE, "fax", Channel.FAX, "传真", Channel.FAX,
            "social media", Channel.SOCIAL, "社交媒体", Channel.SOCIAL, "face to face", Channel.IN_PERSON, "面对面",
            Channel.IN_PERSON, "order system", Channel.ORDER_SYSTEM, "订单系统", Channel.ORDER_SYSTEM);

    private static final Map<String, String> LANGUAGES = ordered("English", "en", "英文", "en", "Chinese", "zh", "中文", "zh");

    private static final Map<String, String> MEASURES = ordered(
            "current value", "current-value", "当前价值", "current-value",
            "spend", "spend", "消费金额", "spend", "recency", "recency", "最近购买", "recency",
            "frequency", "frequency", "购买频度", "frequency", "historical value", "historical-value", "历史价值", "historical-value",
            "potential value", "potential-value", "潜在价值", "potential-value",
            "difference of needs", "needs-difference", "需求差异", "needs-difference",
            "share of profit", Snapshot.CONTRIBUTION, "利润贡献", Snapshot.CONTRIBUTION);

    private static final Map<String, String> CONCEPTS = ordered(
            "tier", "tier", "stage", "stage", "relationship", "relationship", "churn level", "churn-level",
            "status", "status");

    static {
        // what is only true of one event has steps of its own
        Concepts.all().stream().filter(concept -> !concept.multiple() && !concept.id().equals("order-size"))
                .forEach(concept -> CONCEPTS.putIfAbsent(concept.english(), concept.id()));
    }

    private static final Map<String, String> FIGURES = Vocabulary.figures().stream()
            .flatMap(term -> Stream.of(Map.entry(term.english(), term.id()), Map.entry(term.chinese(), term.id())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));

    private Dictionary() {}

    static String figure(String word) {
        return found(FIGURES, word);
    }

    public static String[] figures() {
        return longestFirst(FIGURES);
    }

    public static Channel channel(String word) {
        return found(CHANNELS, word);
    }

    /** The marketer's word for a channel. */
    public static String word(Channel channel, boolean chinese) {
        return CHANNELS.entrySet().stream().filter(word -> word.getValue() == channel).map(Map.Entry::getKey)
                .filter(word -> Character.isIdeographic(word.codePointAt(0)) == chinese).findFirst().orElse(channel.word());
    }

    public static String[] channels() {
        return CHANNELS.keySet().toArray(String[]::new);
    }

    static String language(String word) {
        return found(LANGUAGES, word);
    }

    public static String[] languages() {
        return LANGUAGES.keySet().toArray(String[]::new);
    }

    public static String measure(String word) {
        return found(MEASURES, word);
    }

    public static String[] measures() {
        return MEASURES.keySet().toArray(String[]::new);
    }

    public static boolean isMeasure(String measure) {
        return MEASURES.containsValue(measure);
    }

    /** The marketer's word for a measure. */
    public static String measureWord(String measure, boolean chinese) {
        return MEASURES.entrySet().stream().filter(word -> word.getValue().equals(measure)).map(Map.Entry::getKey)
                .filter(word -> Character.isIdeographic(word.codePointAt(0)) == chinese).findFirst().orElse(measure);
    }

    static String concept(String word) {
        return CONCEPTS.values().stream().filter(id -> inChinese(id).equals(word)).findFirst()
                .orElseGet(() -> found(CONCEPTS, word));
    }

    private static String inChinese(String concept) {
        return Objects.requireNonNull(Concepts.find(concept), concept).chinese();
    }

    /** Longest first, so that "recency score" is not read as "recency". */
    public static String[] concepts() {
        return Stream.concat(CONCEPTS.keySet().stream(), CONCEPTS.values().stream().map(Dictionary::inChinese)).distinct()
                .sorted(Comparator.comparing(String::length).reversed()).map(Dictionary::literal).toArray(String[]::new);
    }

    /** A word as a pattern that matches nothing else. */
    private static String literal(String word) {
        return word.replaceAll("[\\\\^$.|?*+(){}\\[\\]]", "\\\\$0");
    }

    private static String[] longestFirst(Map<String, String> words) {
        return words.keySet().stream().sorted(Comparator.comparing(String::length).reversed()).map(Dictionary::literal)
                .toArray(String[]::new);
    }

    /** A concept's value in its own word, out of the Chinese one; a word that is not Chinese is its own. */
    public static String value(String concept, String chinese) {
        if (!Character.isIdeographic(chinese.codePointAt(0))) {
            return chinese;
        }
        if (chinese.equals("未知")) {
            return "unknown";
        }
        var known = Objects.requireNonNull(Concepts.find(concept), concept).values();
        return known.stream().filter(value -> value.chinese().equals(chinese)).map(Term.Word::word).findFirst()
                .orElseThrow(() -> new UnclearStep("No such value of " + concept + ": [" + chinese + "]",
                        "use one of " + known.stream().map(Term.Word::chinese).toList() + "."));
    }

    private static <T> T found(Map<String, T> words, String word) {
        var meaning = words.get(word);
        if (meaning == null) {
            throw new UnclearStep("No such word here: [" + word + "]", "use one of " + words.keySet() + ".");
        }
        return meaning;
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> ordered(Object... pairs) {
        var words = new LinkedHashMap<String, T>();
        for (var i = 0; i < pairs.length; i += 2) {
            words.put((String) pairs[i], (T) pairs[i + 1]);
        }
        return words;
    }
}
