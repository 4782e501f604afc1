package io.rapport.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.rapport.policy.ExamplesResult;
import io.rapport.rulebook.Problem;

/**
 * What the check of rule files found: read, compiled, and the examples played.
 *
 * @param hash of the files
 * @param problems why they cannot be read; empty when they can
 * @param examples what came of the scenarios; null when the files cannot be read, or there is no scenario
 * @param compileTime how long reading and compiling took
 * @param objection why they may not be live though nothing in them is wrong; empty when they may
 * @param remark what a reader of the version has to know; may be empty
 */
public record Checked(
        String hash,
        List<Problem> problems,
        @Nullable ExamplesResult examples,
        Duration compileTime,
        Objection objection,
        String remark) {

    public Checked {
        problems = List.copyOf(problems);
    }

    /** Whether they may be live. */
    public boolean green() {
        return problems.isEmpty() && objection.isEmpty() && (examples == null || examples.green());
    }

    /** All that speaks against them, each as it is shown in terminal, page and API, in English or Chinese. */
    public List<String> said(Locale locale) {
        var said = new ArrayList<String>();
        problems.forEach(problem -> said.add(problem.render(locale)));
        if (examples != null) {
            examples.failed().forEach(failed -> said.add("features/" + failed.render(locale)));
        }
        if (!objection.isEmpty()) {
            said.add(objection.in(locale));
        }
        return said;
    }

    /** A sentence in both languages. */
    public record Objection(String english, String chinese) {

        static final Objection NONE = new Objection("", "");

        boolean isEmpty() {
            return english.isEmpty();
        }

        String in(Locale locale) {
            return locale.getLanguage().equals("zh") ? chinese : english;
        }
    }

    Checked objectedTo(Objection because) {
        return new Checked(hash, problems, examples, compileTime, because, remark);
    }
}
