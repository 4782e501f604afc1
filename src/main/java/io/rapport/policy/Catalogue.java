package io.rapport.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.rapport.policy.steps.ScenarioObjects;
import io.rapport.policy.wording.Dictionary;
import io.rapport.rulebook.Vocabulary;

/** All sentences that a scenario may use, in both languages, and the kinds of words they are made of. */
public final class Catalogue {

    private static final Map<String, String> EXAMPLES = new LinkedHashMap<>();

    static {
        words("person", "Anna, Li Lei, 李雷", "count", "1,000", "ordinal", "10th", "percent", "38 %", "money", "50.00 EUR", "date",
                "1 February 2026, 2026年2月1日", "moment", "Monday 2 March 2026, 09:00, 2026年3月2日星期一09:00", "duration",
                "3 hours and 59 minutes, 3小时59分钟", "city", "Shanghai, 上海", "channel",
                String.join(", ", Dictionary.channels()), "language", String.join(", ", Dictionary.languages()), "measure",
                String.join(", ", Dictionary.measures()), "concept", String.join(", ", Dictionary.concepts()).replace("\\", ""),
                "assignee",
                Vocabulary.assignees().stream().map(who -> who.word() + ", " + who.chinese()).collect(Collectors.joining(", ")),
                "figure", String.join(", ", Dictionary.figures()).replace("\\", ""), "amount", "120, 33.30, unknown", "value",
                "gold, 黄金, unknown, 未知", "string", "\"win-back\"");
    }

    private Catalogue() {}

    /**
     * One step.
     *
     * @param group what it is about: {@code clock}, {@code person}, {@code order} and the like
     * @param keyword {@code Given}, {@code When} or {@code Then}: where it makes most sense
     * @param english its wording; empty if it is said in Chinese only
     * @param chinese its Chinese wording; empty if it is said in English only
     */
    public record Entry(String group, String keyword, String english, String chinese) {}

    /** A kind of words that stands in braces, with examples. */
    public record Kind(String name, String examples) {}

    /** Every step, group by group. */
    public static List<Entry> steps() {
        var wordings = new StepBackend(new ScenarioObjects(() -> {
            throw new IllegalStateException("A catalogue plays nothing");
        })).wordings();
        var byStep = new LinkedHashMap<Object, List<StepWording>>();
        wordings.forEach(wording -> byStep.computeIfAbsent(wording.method(), _ -> new ArrayList<>()).add(wording));
        return byStep.values().stream().map(Catalogue::entry).toList();
    }

    private static Entry entry(List<StepWording> wordings) {
        var first = wordings.getFirst().method();
        var keyword = Arrays.stream(first.getAnnotations()).map(each -> each.annotationType().getSimpleName())
                .filter(name -> List.of("Given", "When", "Then").contains(name)).findFirst().orElse("Then");
        return new Entry(
                first.getDeclaringClass().getSimpleName().replace("Steps", "").toLowerCase(Locale.ROOT), keyword,
                text(wordings, false), text(wordings, true));
    }

    private static String text(List<StepWording> wordings, boolean chinese) {
        return wordings.stream().filter(wording -> wording.isChinese() == chinese).map(StepWording::getPattern).findFirst()
                // how Cucumber is told that a bracket is one
                .map(pattern -> pattern.replace("\\", "")).orElse("");
    }

    /** The kinds of words, each with examples. */
    public static List<Kind> kinds() {
        return EXAMPLES.entrySet().stream().map(word -> new Kind(word.getKey(), word.getValue())).toList();
    }

    /** For a terminal: the steps in the language, group by group, then the kinds of words. */
    public static String text(Locale locale) {
        var texts = Texts.in(locale);
        var chinese = locale.getLanguage().equals("zh");
        var text = new StringBuilder();
        var group = "";
        for (var step : steps()) {
            if (!step.group().equals(group)) {
                group = step.group();
                text.append('\n').append(texts.has("steps." + group) ? texts.of("steps." + group) : group).append('\n');
            }
            var wording = chinese ? step.chinese() : step.english();
            text.append("  ").append(wording.isEmpty() ? chinese ? step.english() : step.chinese() : wording).append('\n');
        }
        text.append('\n').append(texts.of("steps.kinds")).append('\n');
        kinds().forEach(kind -> text.append("  {").append(kind.name()).append("}  ").append(kind.examples()).append('\n'));
        return text.substring(1);
    }

    private static void words(String... pairs) {
        for (var i = 0; i < pairs.length; i += 2) {
            EXAMPLES.put(pairs[i], pairs[i + 1]);
        }
    }
}
