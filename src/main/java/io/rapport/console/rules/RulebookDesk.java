package io.rapport.console.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

import io.rapport.console.TodayView.RulebookLine;
import io.rapport.console.Wording;
import io.rapport.console.rules.RulebookView.RuleFileView;
import io.rapport.console.rules.RulebookView.RuleView;
import io.rapport.publishing.Publisher;
import io.rapport.rulebook.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the live rulebook. */
@Component
public class RulebookDesk {

    private final Publisher publisher;

    private final Wording wording;

    RulebookDesk(Publisher publisher, Wording wording) {
        this.publisher = publisher;
        this.wording = wording;
    }

    public RulebookView view() {
        var live = publisher.live();
        return new RulebookView(live.version(), problems(), files(live.rules()));
    }

    /** Null while none is live. */
    @Nullable
    public RulebookLine line() {
        var live = publisher.live();
        var since = publisher.liveSince();
        return since == null ? null : new RulebookLine(live.version(), since, live.rules().size(), problems());
    }

    private List<String> problems() {
        return publisher.draftProblems(wording.language());
    }

    private List<RuleFileView> files(List<Rule> rules) {
        var byFile = new LinkedHashMap<String, List<Rule>>();
        rules.forEach(rule -> byFile.computeIfAbsent(rule.origin().file(), file -> new ArrayList<>()).add(rule));
        return byFile.values().stream().map(this::file).toList();
    }

    private RuleFileView file(List<Rule> rules) {
        var first = rules.getFirst();
        var meta = first.meta();
        return new RuleFileView(
                word(first.stratum()),
                first.origin().file(),
                meta.id(),
                meta.title(),
                meta.owner(),
                word(meta.status()),
                meta.since(),
                meta.purpose(),
                meta.wronglyCatches(),
                rules.stream().map(this::rule).toList());
    }

    private RuleView rule(Rule rule) {
        return new RuleView(rule.id(), rule.title(wording.language()), rule.origin().line(),
                rule.when().stream().map(condition -> condition.wording(wording.language())).toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
