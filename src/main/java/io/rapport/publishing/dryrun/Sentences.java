package io.rapport.publishing.dryrun;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import io.rapport.decision.Refusal;
import io.rapport.facts.Reason;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Explanation.Finding;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.Rulebook;

/** Reasons as sentences in both languages, by the rulebook that gave them. */
final class Sentences {

    private static final String POLICY = "policy/";
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("messages", Locale.ROOT);
    private static final ResourceBundle CHINESE = ResourceBundle.getBundle("messages", Locale.CHINESE);

    private Sentences() {}

    static Said because(Rulebook rulebook, Reason reason) {
        return reason.ruleId().startsWith(POLICY)
                ? policy(reason.ruleId())
                : new Said(rulebook.because(reason, Locale.ENGLISH), rulebook.because(reason, Locale.CHINESE));
    }

    /** What a guarantee of the engine says. */
    static Said policy(String id) {
        return message(id.replace('/', '.'));
    }

    /** A text of the pages; the key itself where there is none. */
    static Said message(String key, Object... values) {
        try {
            return new Said(filled(ENGLISH.getString(key), values), filled(CHINESE.getString(key), values));
        } catch (MissingResourceException none) {
            return new Said(key, key);
        }
    }

    private static String filled(String text, Object... values) {
        return values.length == 0 ? text : new java.text.MessageFormat(text, Locale.ROOT).format(values);
    }

    /** What a rule is called, without the places where values stand in its name. */
    static Said name(Rulebook rulebook, String ruleId) {
        var rule = rulebook.rule(ruleId);
        if (rule == null) {
            return ruleId.startsWith(POLICY) ? policy(ruleId) : new Said(ruleId, ruleId);
        }
        return new Said(rule.title(Locale.ENGLISH), rule.title(Locale.CHINESE));
    }

    /** Why a rulebook does not do what the other does: the same rule first, else another that would do it. */
    static Said whyNot(List<Refusal> refusals, Rulebook rulebook, String ruleId, String what, ZoneId zone) {
        Refusal found = null;
        for (var refusal : refusals) {
            var same = refusal.rule().id().equals(ruleId);
            if (does(refusal.rule(), what) && (found == null || same && !found.rule().id().equals(ruleId))) {
                found = refusal;
            }
        }
        if (found != null) {
            return of(found, rulebook, zone);
        }
        return rulebook.rules().stream().anyMatch(rule -> does(rule, what))
                ? message("dryrun.notasked")
                : message("dryrun.norule");
    }

    private static boolean does(Rule rule, String what) {
        for (var consequence : rule.then()) {
            if (consequence instanceof Consequence.Send send && send.template().equals(what)
                    || consequence instanceof Consequence.GiveTask task && task.title().equals(what)) {
                return true;
            }
        }
        return false;
    }

    private static Said of(Refusal refusal, Rulebook rulebook, ZoneId zone) {
        var held = refusal.heldBack();
        if (held != null) {
            var why = because(rulebook, held.reason());
            return new Said(
                    message("dryrun.held", why.english()).english(), message("dryrun.held", why.chinese()).chinese());
        }
        var acted = refusal.actedAt();
        return acted == null ? new Said(failed(refusal, Locale.ENGLISH), failed(refusal, Locale.CHINESE)) : done(acted, zone);
    }

    private static Said done(Instant at, ZoneId zone) {
        return message("dryrun.done", LocalDate.ofInstant(at, zone).toString());
    }

    private static String failed(Refusal refusal, Locale locale) {
        var found = locale.equals(Locale.CHINESE) ? CHINESE : ENGLISH;
        return refusal.failed().stream().map(finding -> failed(finding, locale, found)).collect(Collectors.joining("; "));
    }

    private static String failed(Finding finding, Locale locale, ResourceBundle texts) {
        return filled(texts.getString("dryrun.failed"), finding.wording(locale), finding.actual());
    }
}
