package io.rapport.rulebook.editing;

import java.util.List;
import java.util.Locale;

import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;
import io.rapport.rulebook.Wording;
import io.rapport.rulebook.reading.ActionWording;
import io.rapport.rulebook.reading.MetaReader;
import io.rapport.rulebook.reading.PhraseBook;
import io.rapport.rulebook.reading.RuleDraft;
import io.rapport.rulebook.reading.SentencesReader;

/** Writes sentences again, line by line, in the other language. */
public final class SentencesTranslation {

    private final List<String> lines;
    private final Problems problems;
    private final boolean chinese;
    private boolean inHead = true;
    private boolean inConditions;

    public SentencesTranslation(List<String> lines, Problems problems, boolean chinese) {
        this.lines = lines;
        this.problems = problems;
        this.chinese = chinese;
    }

    public String text() {
        var text = new StringBuilder();
        for (var number = 1; number <= lines.size(); number++) {
            text.append(line(lines.get(number - 1), number)).append(number == lines.size() ? "" : "\n");
        }
        return text.toString();
    }

    private String line(String line, int number) {
        var bare = line.strip();
        var rule = SentencesReader.RULE.matcher(line);
        if (bare.isEmpty() || bare.startsWith("//") && !inHead) {
            return line;
        }
        if (bare.startsWith("//")) {
            return "//" + MetaReader.translated(bare.substring(2), chinese);
        }
        inHead = false;
        if (rule.matches()) {
            return (chinese ? "规则 \"" : "rule \"") + rule.group(1) + "\"";
        }
        if (SentencesReader.WHEN.matcher(line).matches()) {
            inConditions = true;
            return chinese ? "当" : "when";
        }
        if (SentencesReader.THEN.matcher(line).matches()) {
            inConditions = false;
            return chinese ? "则" : "then";
        }
        var indent = line.substring(0, line.length() - line.stripLeading().length());
        var place = problems.line(number);
        return indent + (inConditions ? condition(bare, place) : consequence(bare, place));
    }

    private String condition(String sentence, Place place) {
        var condition = PhraseBook.shipped().read(sentence, place, problems);
        return condition == null ? sentence : Wording.of(condition, chinese ? Locale.CHINESE : Locale.ENGLISH);
    }

    private String consequence(String sentence, Place place) {
        var draft = new RuleDraft(1, "", place);
        SentencesReader.consequence(sentence, place, draft, problems);
        if (draft.then().isEmpty()) {
            return sentence;
        }
        var text = new StringBuilder(new ActionWording(chinese).of(draft.then().getFirst().consequence()));
        for (var inChinese : new boolean[] {false, true}) {
            var because = draft.because(inChinese);
            if (!because.isEmpty()) {
                text.append(", ").append(inChinese ? "因为\"" : "because \"").append(because).append('"');
            }
        }
        return text.toString();
    }
}
