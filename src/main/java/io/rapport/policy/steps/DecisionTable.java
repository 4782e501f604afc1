package io.rapport.policy.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import io.rapport.facts.Action;
import io.rapport.facts.Conclusion;
import io.rapport.facts.Decision;
import io.rapport.facts.Reason;
import io.rapport.policy.wording.Dictionary;
import io.rapport.policy.wording.Form;
import io.rapport.policy.wording.UnclearStep;
import io.rapport.rulebook.Concept;
import io.rapport.rulebook.Concepts;

/** A decision as the rows of a table: what, its value, because; in English or Chinese, and rows in either read back. */
public record DecisionTable(Sentences sentences, boolean chinese) {

    static final Pattern PRODUCT_LINE = Pattern.compile("(?:product line|产品线) ?(\"(?:[^\"\\\\]|\\\\.)*\")");

    private static final Pattern ABOUT = Pattern.compile("(.+?)(?: for |,关于)(\"(?:[^\"\\\\]|\\\\.)*\")");
    private static final Pattern MESSAGE = Pattern.compile("(?:message|消息) ?(\"(?:[^\"\\\\]|\\\\.)*\")(?: by |,)(.+)");
    private static final Pattern TASK = Pattern.compile("(?:task|任务) ?(\"(?:[^\"\\\\]|\\\\.)*\")(?: for |,)(.+)");
    private static final String GOES = "goes";
    private static final String HELD = "is held back";
    private static final String GIVEN = "is given";
    private static final String LINE_SUBJECT = "product line/";

    /**
     * One row.
     *
     * @param what as it stands in the first column, in the table's language
     * @param key the same in any language
     * @param value in English
     * @param reason one, or none for a row that was read
     */
    public record Row(String what, String key, String shown, String value, String concept, String subject, List<Reason> reason) {

        boolean isAction() {
            return concept.isEmpty();
        }

        @Override
        public String toString() {
            return what + " " + value;
        }
    }

    /** Conclusions about the customer and his product lines, then actions, then what is held back. */
    public List<Row> rows(Decision decision) {
        var rows = new ArrayList<Row>();
        for (var conclusion : decision.conclusions()) {
            if (conclusion.subject().isEmpty() || conclusion.subject().startsWith(LINE_SUBJECT)) {
                rows.add(row(conclusion));
            }
        }
        decision.actions().forEach(action -> rows.add(
                row(action, action.kind() == Action.Kind.MESSAGE ? GOES : GIVEN, action.reason())));
        decision.heldBack().forEach(held -> rows.add(row(held.action(), HELD, held.reason())));
        return rows;
    }

    /** The reason of a row as a sentence. */
    public String because(Row row) {
        return sentences.of(row.reason().getFirst(), chinese ? Locale.CHINESE : Locale.ENGLISH);
    }

    /** The row that says so where nothing is concluded or done. */
    public List<String> nothing() {
        return List.of(name(Objects.requireNonNull(Concepts.find("tier"))), chinese ? "未知" : "unknown", "");
    }

    private Row row(Conclusion conclusion) {
        var concept = Objects.requireNonNull(Concepts.find(conclusion.concept()), conclusion.concept());
        var line = conclusion.subject().isEmpty() ? "" : conclusion.subject().substring(LINE_SUBJECT.length());
        var what = name(concept) + (line.isEmpty() ? "" : (chinese ? ",关于" : " for ") + Form.quoted(line));
        return new Row(what, concept.id() + "@" + conclusion.subject(), value(concept, conclusion.value()), conclusion.value(),
                concept.id(), conclusion.subject(), List.of(conclusion.reason()));
    }

    private Row row(Action action, String done, Reason reason) {
        var message = action.kind() == Action.Kind.MESSAGE;
        var what = message
                ? (chinese ? "消息" : "message ") + Form.quoted(action.what()) + (chinese ? "," : " by ")
                        + Dictionary.word(action.channel(), chinese)
                : (chinese ? "任务" : "task ") + Form.quoted(action.what()) + (chinese ? "," : " for ") + action.assignee();
        var key = message ? "message " + action.what() + " " + action.channel().word()
                : "task " + action.what() + " "
                        + action.assignee();
        return new Row(what, key + " " + done, chinese ? inChinese(done) : done, done, "", "", List.of(reason));
    }

    private static String inChinese(String done) {
        return switch (done) {
            case GOES -> "发出";
            case HELD -> "被保留";
            default -> "已指派";
        };
    }

    private static String doneOf(String word) {
        return switch (word) {
            case "发出" -> GOES;
            case "被保留" -> HELD;
            case "已指派" -> GIVEN;
            default -> word;
        };
    }

    private String name(Concept concept) {
        return chinese ? concept.chinese() : concept.english();
    }

    private String value(Concept concept, String value) {
        return concept.values().stream().filter(word -> chinese && word.word().equals(value)).map(word -> word.chinese())
                .findFirst().orElse(value);
    }

    /** A row that somebody wrote, in English or Chinese. */
    static Row inEnglish(String what, String value) {
        var message = MESSAGE.matcher(what);
        if (message.matches()) {
            var done = doneOf(value);
            return new Row(what, "message " + Form.unquoted(message.group(1)) + " "
                    + Dictionary.channel(message.group(2).strip()).word() + " " + done, value, done, "", "", List.of());
        }
        var task = TASK.matcher(what);
        if (task.matches()) {
            var done = doneOf(value);
            return new Row(what, "task " + Form.unquoted(task.group(1)) + " " + task.group(2).strip() + " " + done, value, done,
                    "",
                    "", List.of());
        }
        var about = ABOUT.matcher(what);
        var subject = about.matches() ? LINE_SUBJECT + Form.unquoted(about.group(2)) : "";
        var concept = concept(about.matches() ? about.group(1) : what);
        var word = concept.values().stream().filter(each -> each.chinese().equals(value)).map(each -> each.word()).findFirst()
                .orElse(value.equals("未知") ? "unknown" : value);
        return new Row(what, concept.id() + "@" + subject, value, word, concept.id(), subject, List.of());
    }

    private static Concept concept(String name) {
        return Concepts.all().stream().filter(each -> each.english().equals(name) || each.chinese().equals(name)
                || each.id().equals(name)).findFirst()
                .orElseThrow(() -> new UnclearStep("Nothing is concluded under the name [" + name + "]", "use one of "
                        + Concepts.all().stream().map(Concept::english).toList() + "."));
    }
}
