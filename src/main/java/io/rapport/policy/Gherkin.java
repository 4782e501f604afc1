package io.rapport.policy;

import java.util.List;

/** Writes one scenario in English or Chinese keywords. */
final class Gherkin {

    private final boolean chinese;
    private final StringBuilder text = new StringBuilder();

    Gherkin(boolean chinese) {
        this.chinese = chinese;
    }

    void feature(String title, String day) {
        if (chinese) {
            text.append("# language: zh-CN\n功能: 由决定写成\n\n  规则: 如").append(day).append("所决定\n\n    场景: ");
        } else {
            text.append("Feature: Written from a decision\n\n  Rule: As it was decided on ").append(day)
                    .append("\n\n    Scenario: ");
        }
        text.append(title.replaceAll("[\\r\\n]+", " ")).append('\n');
    }

    void given(String step) {
        step(chinese ? "假如 " : "Given ", step, List.of());
    }

    void and(String step, List<List<String>> table) {
        step(chinese ? "并且 " : "And ", step, table);
    }

    void when(String step, List<List<String>> table) {
        step(chinese ? "当 " : "When ", step, table);
    }

    void then(String step, List<List<String>> table) {
        step(chinese ? "那么 " : "Then ", step, table);
    }

    private void step(String keyword, String step, List<List<String>> table) {
        text.append("      ").append(keyword).append(step).append('\n');
        for (var row : table) {
            text.append("        |");
            row.forEach(cell -> text.append(' ').append(escaped(cell)).append(" |"));
            text.append('\n');
        }
    }

    private static String escaped(String cell) {
        return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\r", "").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
