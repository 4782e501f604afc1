package io.rapport.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.rapport.policy.steps.ScenarioObjects;
import io.rapport.policy.wording.Wordings;
import org.junit.jupiter.api.Test;

/** Every step can be said in Chinese, and says the same: all English features are put into Chinese and played again. */
class ChineseWordingTests {

    private static final Map<String, String> KEYWORDS = new TreeMap<>(Map.of("Feature:", "功能:", "Background:", "背景:",
            "Rule:", "规则:", "Scenario Outline:", "场景大纲:", "Scenario:", "场景:", "Examples:", "例子:"));

    private static final Pattern STEP = Pattern.compile("(\\s*)(Given|When|Then|And|But) (.*)");

    private static final Pattern PLACE = Pattern.compile("\\{[a-z]*}");

    private final List<StepWording> wordings = new StepBackend(new ScenarioObjects(() -> {
        throw new IllegalStateException("nothing is played here");
    })).wordings();

    private final Map<StepWording, Expression> expressions = expressions(wordings);

    @Test
    void everyStepHasAChineseWording() {
        assertThat(wordings.stream().filter(wording -> !wording.isChinese()).filter(wording -> chinese(wording).isEmpty())
                .map(StepWording::getPattern)).isEmpty();
    }

    @Test
    void everyEnglishFeaturePlaysTheSameInChinese() {
        var translated = new TreeMap<String, String>();
        FeatureTexts.ofFolder(Path.of("features")).forEach((name, text) -> {
            if (!text.startsWith("# language")) {
                translated.put(name, translated(text));
            }
        });

        try (var rulebook = ShippedRules.compiled()) {
            var result = Examples.run(rulebook, translated, (_, _, _) -> {});

            assertThat(result.examples()).hasSizeGreaterThan(200);
            assertThat(result.failed()).extracting(Example::render).isEmpty();
        }
    }

    private String translated(String feature) {
        var lines = new ArrayList<String>();
        lines.add("# language: zh-CN");
        var quoted = false;
        for (var line : feature.lines().toList()) {
            quoted ^= line.strip().startsWith("\"\"\"");
            lines.add(quoted ? line : translatedLine(line));
        }
        return String.join("\n", lines) + "\n";
    }

    private String translatedLine(String line) {
        var step = STEP.matcher(line);
        if (step.matches()) {
            var keyword = switch (step.group(2)) {
                case "Given" -> "假如";
                case "When" -> "当";
                case "Then" -> "那么";
                default -> "并且";
            };
            return step.group(1) + keyword + " " + inChinese(step.group(3));
        }
        if (line.strip().startsWith("|")) {
            return line.replaceAll("(?<=\\d)(?:st|nd|rd|th)\\b", "");
        }
        for (var keyword : KEYWORDS.entrySet()) {
            if (line.strip().startsWith(keyword.getKey())) {
                return line.replaceFirst(Pattern.quote(keyword.getKey()), keyword.getValue());
            }
        }
        return line;
    }

    /** Puts what stands at the places of the English wording at those of the Chinese one. */
    private String inChinese(String step) {
        for (var entry : expressions.entrySet()) {
            var match = entry.getValue().match(step);
            if (match != null) {
                var values = new ArrayList<String>();
                for (var argument : match) {
                    values.add(argument.getGroup().getValue());
                }
                return filled(chinese(entry.getKey()).orElseThrow(), entry.getKey(), values);
            }
        }
        return byOutline(step);
    }

    private String byOutline(String step) {
        // the longest first, since a place of an outline takes any text
        for (var wording : wordings.stream().sorted(java.util.Comparator.comparing(
                (StepWording each) -> each.getPattern().length()).reversed()).toList()) {
            if (!wording.isChinese()) {
                var pattern = new StringBuilder();
                var at = 0;
                for (var place : PLACE.matcher(wording.getPattern()).results().toList()) {
                    pattern.append(literal(wording.getPattern().substring(at, place.start()))).append("(.+?)");
                    at = place.end();
                }
                pattern.append(literal(wording.getPattern().substring(at)));
                var matcher = Pattern.compile(pattern.toString()).matcher(step);
                if (matcher.matches()) {
                    var values = new ArrayList<String>();
                    for (var i = 1; i <= matcher.groupCount(); i++) {
                        values.add(matcher.group(i));
                    }
                    return filled(chinese(wording).orElseThrow(), wording, values);
                }
            }
        }
        throw new AssertionError("No wording for [" + step + "]");
    }

    private static String literal(String text) {
        var optional = text.replaceAll("\\(([a-z]+)\\)", "\u0001$1\u0002");
        return Pattern.quote(optional).replace("\u0001", "\\E(?:").replace("\u0002", ")?\\Q").replace("was/were",
                "\\E(?:was|were)\\Q");
    }

    private static String filled(StepWording chinese, StepWording english, List<String> values) {
        var place = new int[1];
        return PLACE.matcher(chinese.getPattern()).replaceAll(found -> {
            var parameter = chinese.parameterOf(place[0]++);
            var value = values.get(parameter);
            var ordinal = english.getPattern().contains("{ordinal}") && found.group().equals("{count}");
            return java.util.regex.Matcher.quoteReplacement(
                    ordinal ? value.replaceAll("(?<=\\d)(st|nd|rd|th)$", "")
                            : found.group().equals("{string}")
                                    && !value.startsWith("\"") ? '"' + value + '"' : value);
        });
    }

    private Optional<StepWording> chinese(StepWording english) {
        return wordings.stream().filter(wording -> wording.isChinese() && wording.method().equals(english.method())).findFirst();
    }

    private static Map<StepWording, Expression> expressions(List<StepWording> wordings) {
        var registry = new ParameterTypeRegistry(Locale.ENGLISH);
        Wordings.parameterTypes().forEach(registry::defineParameterType);
        var factory = new ExpressionFactory(registry);
        var expressions = new HashMap<StepWording, Expression>();
        wordings.stream().filter(wording -> !wording.isChinese())
                .forEach(wording -> expressions.put(wording, factory.createExpression(wording.getPattern())));
        return expressions;
    }
}
