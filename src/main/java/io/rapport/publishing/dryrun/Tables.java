package io.rapport.publishing.dryrun;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

import io.rapport.publishing.ChangedRule;
import io.rapport.publishing.Comparison;
import io.rapport.publishing.dryrun.DryRunReport.Cell;
import io.rapport.publishing.dryrun.DryRunReport.ChangedRuleDone;
import io.rapport.publishing.dryrun.DryRunReport.Cost;
import io.rapport.publishing.dryrun.DryRunReport.Costs;
import io.rapport.publishing.dryrun.DryRunReport.Daily;
import io.rapport.publishing.dryrun.DryRunReport.DeedChange;
import io.rapport.publishing.dryrun.DryRunReport.HeldAction;
import io.rapport.publishing.dryrun.DryRunReport.HeldBack;
import io.rapport.publishing.dryrun.DryRunReport.Load;
import io.rapport.publishing.dryrun.DryRunReport.NeverFired;
import io.rapport.publishing.dryrun.DryRunReport.Outcome;
import io.rapport.publishing.dryrun.DryRunReport.Peak;
import io.rapport.publishing.dryrun.DryRunReport.Score;
import io.rapport.publishing.dryrun.DryRunReport.Scored;
import io.rapport.publishing.dryrun.DryRunReport.ValueChange;
import io.rapport.publishing.dryrun.DryRunReport.Work;
import io.rapport.rulebook.Concept;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleMeta;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.Stratum;
import org.jspecify.annotations.Nullable;

/** Findings as the tables of a report. */
final class Tables {

    /** So many changes of a number are told apart. */
    private static final int MOST_NUMBERS = 50;

    private static final int DECIMALS = 3;

    private final Findings findings;
    private final Rulebook live;
    private final Rulebook candidate;

    Tables(Findings findings, Rulebook live, Rulebook candidate) {
        this.findings = findings;
        this.live = live;
        this.candidate = candidate;
    }

    List<ValueChange> values() {
        return Customer.COMPARED.stream().map(Concept::id).filter(findings.values()::containsKey).map(this::value)
                .filter(value -> value.changed() > 0 || !value.values().equals(List.of(Findings.UNKNOWN)))
                .sorted(Comparator.comparingLong(ValueChange::changed).reversed()).toList();
    }

    private ValueChange value(String concept) {
        var cells = new ArrayList<Cell>();
        var occurring = new TreeSet<String>();
        findings.values().getOrDefault(concept, new TreeMap<>()).forEach((from, row) -> row.forEach(
                (to, customers) -> cells.add(new Cell(from, to, customers))));
        var changed = cells.stream().filter(cell -> !cell.live().equals(cell.candidate())).mapToLong(Cell::customers).sum();
        cells.removeIf(cell -> cell.live().equals(Findings.SAME));
        if (Concepts.values(concept).isEmpty() && cells.size() > MOST_NUMBERS) {
            cells.sort(Comparator.comparingLong(Cell::customers).reversed());
            cells.subList(MOST_NUMBERS, cells.size()).clear();
        }
        cells.forEach(cell -> {
            occurring.add(cell.live());
            occurring.add(cell.candidate());
        });
        var ordered = new LinkedHashSet<String>();
        Concepts.values(concept).stream().filter(occurring::contains).forEach(ordered::add);
        ordered.addAll(occurring);
        return new ValueChange(concept, List.copyOf(ordered), List.copyOf(cells), changed);
    }

    List<DeedChange> deeds() {
        return findings.deeds().entrySet().stream().map(entry -> deed(entry.getKey().split("\\|", 3), entry.getValue()))
                .sorted(Comparator.comparing((DeedChange deed) -> -deed.gains() - deed.loses() - deed.moves())
                        .thenComparing(DeedChange::what).thenComparing(DeedChange::channel))
                .toList();
    }

    private static DeedChange deed(String[] key, Findings.Deeds deed) {
        return new DeedChange(
                key[0], key[1], key[2], deed.done(), deed.gains(), deed.loses(), deed.moves(),
                deed.movedActions() == 0 ? 0 : (double) deed.daysLater() / deed.movedActions());
    }

    List<Daily> messages() {
        var daily = new ArrayList<Daily>();
        findings.messages().forEach((day, channels) -> channels.forEach(
                (channel, messages) -> daily.add(new Daily(LocalDate.parse(day), channel, messages))));
        return daily;
    }

    List<HeldBack> heldBack() {
        var byRule = new TreeMap<String, List<HeldAction>>();
        findings.heldBack().forEach((key, actions) -> {
            var parts = key.split("\\|", 4);
            byRule.computeIfAbsent(parts[0], _ -> new ArrayList<>())
                    .add(new HeldAction(parts[1], parts[2], parts[3], actions));
        });
        return byRule.entrySet().stream().map(entry -> heldBack(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((HeldBack held) -> -held.actions().live() - held.actions().candidate())
                        .thenComparing(HeldBack::rule))
                .toList();
    }

    private HeldBack heldBack(String ruleId, List<HeldAction> each) {
        var book = candidate.rule(ruleId) == null ? live : candidate;
        var rule = book.rule(ruleId);
        each.sort(Comparator.comparing((HeldAction held) -> -held.actions().live() - held.actions().candidate()));
        return new HeldBack(ruleId, Sentences.name(book, ruleId), rule != null && rule.stratum() == Stratum.LIMITS,
                each.stream().map(HeldAction::actions).reduce(Both.NONE, Both::plus), each);
    }

    List<ChangedRuleDone> changedRules() {
        var comparison = Comparison.of(live.files(), candidate.files());
        return ChangedRule.of(comparison, live, candidate).stream().map(this::done).toList();
    }

    private ChangedRuleDone done(ChangedRule changed) {
        var before = changed.before();
        var after = changed.after();
        var rule = after == null ? java.util.Objects.requireNonNull(before) : after;
        var change = before == null ? "came" : after == null ? "went" : "changed";
        var heldBack = rule.stratum() == Stratum.LIMITS ? heldBackBy() : findings.withheld();
        return new ChangedRuleDone(rule.id(), Sentences.name(after == null ? live : candidate, rule.id()), changed.file(),
                rule.origin().line(), change, of(findings.spoke(), before, after), of(findings.acted(), before, after),
                of(heldBack, before, after));
    }

    private Map<String, Both> heldBackBy() {
        var by = new TreeMap<String, Both>();
        findings.heldBack().forEach((key, actions) -> by.merge(key.substring(0, key.indexOf('|')), actions, Both::plus));
        return by;
    }

    /** The figure of a rule by each rulebook: a row that moved has another number there. */
    private static Both of(Map<String, Both> figures, @Nullable Rule before, @Nullable Rule after) {
        return new Both(
                before == null ? 0 : figures.getOrDefault(before.id(), Both.NONE).live(),
                after == null ? 0 : figures.getOrDefault(after.id(), Both.NONE).candidate());
    }

    Work work() {
        var teams = new TreeMap<String, Both>();
        findings.tasks().values().forEach(each -> each.forEach((team, tasks) -> teams.merge(team, tasks, Both::plus)));
        return new Work(
                teams.entrySet().stream().map(entry -> load(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing((Load load) -> -load.tasks().live() - load.tasks().candidate())).toList(),
                peak(findings.tasks(), Both::live), peak(findings.tasks(), Both::candidate),
                peak(findings.messages(), Both::live), peak(findings.messages(), Both::candidate));
    }

    private Load load(String team, Both tasks) {
        var bar = team.lastIndexOf('|');
        var costs = findings.effort().getOrDefault(team, Both.NONE);
        return new Load(team.substring(0, bar), team.substring(bar + 1), tasks, BigDecimal.valueOf(costs.live(), DECIMALS),
                BigDecimal.valueOf(costs.candidate(), DECIMALS));
    }

    private static Peak peak(TreeMap<String, TreeMap<String, Both>> days, ToLongFunction<Both> side) {
        var peak = new Peak(null, 0);
        for (var day : days.entrySet()) {
            var howMany = day.getValue().values().stream().mapToLong(side).sum();
            if (howMany > peak.howMany()) {
                peak = new Peak(LocalDate.parse(day.getKey()), howMany);
            }
        }
        return peak;
    }

    Costs costs(ChannelCosts prices) {
        var sent = new TreeMap<String, Both>();
        findings.messages().values().forEach(
                channels -> channels.forEach((channel, messages) -> sent.merge(channel, messages, Both::plus)));
        var costs = sent.entrySet().stream().map(entry -> cost(entry.getKey(), prices.of(entry.getKey()), entry.getValue()))
                .toList();
        return new Costs(prices.currency(), costs,
                costs.stream().map(Cost::live).reduce(BigDecimal.ZERO, BigDecimal::add),
                costs.stream().map(Cost::candidate).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Cost cost(String channel, BigDecimal each, Both messages) {
        return new Cost(channel, each, messages, each.multiply(BigDecimal.valueOf(messages.live())),
                each.multiply(BigDecimal.valueOf(messages.candidate())));
    }

    List<NeverFired> neverFired() {
        var found = new TreeMap<String, NeverFired>();
        candidate.rules().stream().filter(rule -> isSilent(rule, findings.candidateFired())).forEach(
                rule -> found.put(rule.id(), silent(rule, isSilent(live, rule.id()), true)));
        live.rules().stream().filter(rule -> isSilent(rule, findings.liveFired())).forEach(
                rule -> found.computeIfAbsent(rule.id(), _ -> silent(rule, true, false)));
        return List.copyOf(found.values());
    }

    private boolean isSilent(Rulebook book, String ruleId) {
        var rule = book.rule(ruleId);
        return rule != null && isSilent(rule, findings.liveFired());
    }

    private static boolean isSilent(Rule rule, TreeSet<String> fired) {
        return rule.meta().status() != RuleMeta.Status.RETIRED && !fired.contains(rule.id());
    }

    private static NeverFired silent(Rule rule, boolean live, boolean candidate) {
        return new NeverFired(rule.id(), rule.title(Locale.ENGLISH), rule.title(Locale.CHINESE), rule.origin().file(),
                rule.origin().line(), live, candidate);
    }

    Score score(Plan plan, int days) {
        var asOf = plan.marks().stream().filter(mark -> mark.kind() == Plan.Kind.SCORE).map(Plan.Mark::at).findFirst()
                .orElse(null);
        return new Score(days, asOf, scored(findings.liveOutcomes(), false), scored(findings.candidateOutcomes(), true));
    }

    private Scored scored(TreeMap<String, TreeMap<String, Outcome>> outcomes, boolean isCandidate) {
        var flagged = Outcome.NONE;
        var others = Outcome.NONE;
        for (var level : outcomes.getOrDefault(Flags.CONCEPT, new TreeMap<>()).entrySet()) {
            if (Flags.isFlagged(level.getKey())) {
                flagged = flagged.plus(level.getValue());
            } else {
                others = others.plus(level.getValue());
            }
        }
        var flags = new DryRunReport.Flags(
                total(Findings.FLAGGED, isCandidate), total(Findings.RETURNED, isCandidate),
                total(Findings.LOST, isCandidate), total(Findings.TOO_LATE, isCandidate));
        return new Scored(flagged, others, flags, new TreeMap<String, Map<String, Outcome>>(outcomes));
    }

    private long total(String name, boolean isCandidate) {
        var both = findings.totals().getOrDefault(name, Both.NONE);
        return isCandidate ? both.candidate() : both.live();
    }
}
