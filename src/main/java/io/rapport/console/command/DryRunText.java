package io.rapport.console.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

import io.rapport.publishing.dryrun.Both;
import io.rapport.publishing.dryrun.DryRunReport;
import io.rapport.publishing.dryrun.DryRunReport.Peak;
import io.rapport.publishing.dryrun.Said;
import io.rapport.rulebook.Concepts;
import org.jspecify.annotations.Nullable;

/** A dry run's report on a terminal: the sentence, then what changes for whom, what is done more or less, and what never speaks. */
final class DryRunText {

    private static final int MOST_CUSTOMERS = 20;

    /** So long is {@code 2026-12}. */
    private static final int MONTH = 7;

    private final Terminal terminal;

    DryRunText(Terminal terminal) {
        this.terminal = terminal;
    }

    void say(DryRunReport report) {
        if (terminal.json()) {
            terminal.sayJson(report);
            return;
        }
        terminal.say(report.summary(terminal.language()));
        atOnce(report.atOnce());
        changedRules(report);
        values(report);
        deeds(report);
        work(report);
        heldBack(report);
        messages(report);
        costs(report);
        score(report);
        affected(report);
        neverFired(report);
        terminal.say("");
        terminal.say(terminal.faint(terminal.word("dry-run.unknowable")));
    }

    /** What publishing would do now; the rest is the past. */
    private void atOnce(DryRunReport.@Nullable AtOnce now) {
        if (now == null) {
            return;
        }
        terminal.say("");
        terminal.say(terminal.word("dry-run.now", now.customers(), now.affected()));
        part("dry-run.now-values", List.of("concept", "live", "candidate", "customers"), rows(now.values()));
        part("dry-run.now-deeds", List.of("what", "channel", "live", "candidate", "gains", "loses"), now.deeds().stream()
                .map(deed -> List.of(deed.what(), deed.channel(), figure(deed.done().live()), figure(deed.done().candidate()),
                        figure(deed.gains()), figure(deed.loses())))
                .toList());
        part("dry-run.now-held", List.of("rule", "because", "live", "candidate"), now.heldBack().stream()
                .map(held -> List.of(held.rule(), held.name().in(terminal.language()), figure(held.actions().live()),
                        figure(held.actions().candidate())))
                .toList());
        terminal.say("");
        terminal.say(terminal.faint(terminal.word("dry-run.past")));
    }

    private void values(DryRunReport report) {
        part("dry-run.values", List.of("concept", "live", "candidate", "customers"), rows(report.values()));
    }

    private List<List<String>> rows(List<DryRunReport.ValueChange> values) {
        return values.stream().flatMap(change -> change.cells().stream().filter(cell -> !cell.live().equals(cell.candidate()))
                .map(cell -> List.of(concept(change.concept()), cell.live(), cell.candidate(), figure(cell.customers()))))
                .toList();
    }

    private void deeds(DryRunReport report) {
        part("dry-run.deeds", List.of("what", "channel", "live", "candidate", "gains", "loses", "moves"), report.deeds().stream()
                .map(deed -> List.of(deed.what(), deed.channel(), figure(deed.done().live()), figure(deed.done().candidate()),
                        figure(deed.gains()), figure(deed.loses()), figure(deed.moves())))
                .toList());
    }

    private void heldBack(DryRunReport report) {
        part("dry-run.held-back", List.of("rule", "because", "what", "channel", "live", "candidate"), report.heldBack().stream()
                .flatMap(held -> held.each().stream().map(each -> List.of(held.rule(), held.name().in(terminal.language()),
                        each.what(), each.channel(), figure(each.actions().live()), figure(each.actions().candidate()))))
                .toList());
    }

    /** What differs between the two, before all else. */
    private void changedRules(DryRunReport report) {
        part("dry-run.changed", List.of("rule", "change", "name", "spoke", "actions", "held"), report.changedRules().stream()
                .map(rule -> List.of(rule.rule(), terminal.words().word("dry-run.rule", rule.change()),
                        rule.name().in(terminal.language()), both(rule.spoke()), both(rule.actions()), both(rule.heldBack())))
                .toList());
    }

    private void work(DryRunReport report) {
        var work = report.work();
        if (work == null) {
            return;
        }
        part("dry-run.work", List.of("team", "channel", "live", "candidate", "live-cost", "candidate-cost"),
                work.teams().stream().map(load -> List.of(load.assignee(), load.met(), figure(load.tasks().live()),
                        figure(load.tasks().candidate()), plain(load.live()), plain(load.candidate()))).toList());
        var days = new ArrayList<List<String>>();
        peak("tasks", work.tasksLive(), work.tasksCandidate(), days);
        peak("messages", work.messagesLive(), work.messagesCandidate(), days);
        part("dry-run.peak", List.of("what", "live", "candidate"), days);
    }

    private void peak(String what, Peak live, Peak candidate, List<List<String>> days) {
        if (live.day() != null || candidate.day() != null) {
            days.add(List.of(terminal.words().word("dry-run.column", what), day(live), day(candidate)));
        }
    }

    private static String day(Peak peak) {
        return peak.day() == null ? "-" : figure(peak.howMany()) + " (" + peak.day() + ")";
    }

    private static String both(Both figures) {
        return figure(figures.live()) + " -> " + figure(figures.candidate());
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** By month; the days are in the JSON. */
    private void messages(DryRunReport report) {
        var months = new TreeMap<String, Both>();
        for (var daily : report.messages()) {
            months.merge(YearMonth.from(daily.day()) + " " + daily.channel(), daily.messages(),
                    (one, other) -> new Both(one.live() + other.live(), one.candidate() + other.candidate()));
        }
        part("dry-run.messages", List.of("month", "channel", "live", "candidate"), months.entrySet().stream()
                .map(month -> List.of(month.getKey().substring(0, MONTH), month.getKey().substring(MONTH + 1),
                        figure(month.getValue().live()), figure(month.getValue().candidate())))
                .toList());
    }

    /** What became of those who were flagged, and of the others. */
    private void score(DryRunReport report) {
        var score = report.score();
        if (score.asOf() != null) {
            part("dry-run.score", List.of("rules", "flagged", "gone", "others", "gone"), List.of(
                    scored("live", score.live()), scored("candidate", score.candidate())));
            terminal.say(terminal.faint(terminal.word("dry-run.scored", score.asOf().toString(), score.days())));
        }
    }

    private List<String> scored(String side, DryRunReport.Scored scored) {
        return List.of(terminal.words().word("dry-run.column", side), figure(scored.flagged().customers()),
                figure(scored.flagged().lost()), figure(scored.others().customers()), figure(scored.others().lost()));
    }

    private void costs(DryRunReport report) {
        part("dry-run.costs", List.of("channel", "live", "candidate", "currency"), report.costs().channels().stream()
                .map(cost -> List.of(cost.channel(), cost.live().toPlainString(), cost.candidate().toPlainString(),
                        report.costs().currency()))
                .toList());
    }

    private void neverFired(DryRunReport report) {
        part("dry-run.never", List.of("rule", "name", "place"), report.neverFired().stream()
                .filter(DryRunReport.NeverFired::candidate)
                .map(rule -> List.of(rule.rule(), rule.title(terminal.language()), "rules/" + rule.file() + ":" + rule.line()))
                .toList());
    }

    /** Each with the reasons of both sides. */
    private void affected(DryRunReport report) {
        if (!report.affected().isEmpty()) {
            terminal.say("");
            terminal.say(terminal.strong(terminal.word("dry-run.affected")));
        }
        report.affected().stream().limit(MOST_CUSTOMERS).forEach(one -> {
            var change = one.what().isEmpty() ? concept(one.change()) : terminal.words().word("change", one.change());
            terminal.say(
                    String.join("  ", one.who(), change, one.what() + (one.what().isEmpty() ? "" : "  ") + one.live() + " -> "
                            + one.candidate()));
            reason("live", one.liveBecause());
            reason("candidate", one.candidateBecause());
        });
        if (report.affectedInAll() > MOST_CUSTOMERS) {
            terminal.say(terminal.faint(terminal.word("dry-run.more", MOST_CUSTOMERS, report.affectedInAll())));
        }
    }

    private void reason(String side, Said because) {
        var text = because.in(terminal.language());
        if (!text.isEmpty()) {
            terminal.say(terminal.faint("    " + terminal.words().word("dry-run.column", side) + ": " + text));
        }
    }

    private String concept(String id) {
        var concept = Concepts.find(id);
        return concept == null ? id : terminal.language().equals(Locale.CHINESE) ? concept.chinese() : concept.english();
    }

    private void part(String heading, List<String> columns, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            terminal.say("");
            terminal.say(terminal.strong(terminal.word(heading)));
            terminal.table(columns.stream().map(name -> terminal.words().word("dry-run.column", name)).toList(), rows);
        }
    }

    private static String figure(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
