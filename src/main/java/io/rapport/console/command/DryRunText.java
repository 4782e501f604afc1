package io.rapport.console.command;

import java.util.List;
import java.util.Locale;

import io.rapport.publishing.dryrun.DryRunReport;

/** A dry run's report on a terminal: the sentence, then who changes, what is done more or less, and what never speaks. */
final class DryRunText {

    private static final int MOST_CUSTOMERS = 20;

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
        values(report);
        deeds(report);
        heldBack(report);
        costs(report);
        neverFired(report);
        affected(report);
        terminal.say("");
        terminal.say(terminal.faint(terminal.word("dry-run.unknowable")));
    }

    private void values(DryRunReport report) {
        part("dry-run.values", List.of("concept", "live", "candidate", "customers"), report.values().stream()
                .flatMap(change -> change.cells().stream().filter(cell -> !cell.live().equals(cell.candidate()))
                        .map(cell -> List.of(change.concept(), cell.live(), cell.candidate(), figure(cell.customers()))))
                .toList());
    }

    private void deeds(DryRunReport report) {
        part("dry-run.deeds", List.of("what", "channel", "live", "candidate", "gains", "loses", "moves"), report.deeds().stream()
                .map(deed -> List.of(deed.what(), deed.channel(), figure(deed.done().live()), figure(deed.done().candidate()),
                        figure(deed.gains()), figure(deed.loses()), figure(deed.moves())))
                .toList());
    }

    private void heldBack(DryRunReport report) {
        part("dry-run.held-back", List.of("rule", "what", "live", "candidate"), report.heldBack().stream()
                .map(held -> List.of(held.rule(), held.name().in(terminal.language()), figure(held.actions().live()),
                        figure(held.actions().candidate())))
                .toList());
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
                .map(rule -> List.of(rule.rule(), rule.name(), "rules/" + rule.file() + ":" + rule.line())).toList());
    }

    private void affected(DryRunReport report) {
        part("dry-run.affected", List.of("customer", "change", "what", "live", "candidate", "because"),
                report.affected().stream().limit(MOST_CUSTOMERS).map(one -> List.of(
                        one.who(), terminal.words().word("change", one.change()), one.what(), one.live(), one.candidate(),
                        one.candidateBecause().in(terminal.language()))).toList());
        if (report.affectedInAll() > MOST_CUSTOMERS) {
            terminal.say(terminal.faint(terminal.word("dry-run.more", MOST_CUSTOMERS, report.affectedInAll())));
        }
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
