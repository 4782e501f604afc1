package io.rapport.rulebook.drools;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Situation;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.Hit;
import io.rapport.rulebook.HitPolicy;
import io.rapport.rulebook.Reviews;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleMeta;
import io.rapport.rulebook.Stratum;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.conf.ClockTypeOption;

/** The rules of a rulebook with all that sessions need to look up quickly. */
public final class CompiledRules {

    private final List<Rule> rules;
    private final Slots slots;
    private @Nullable KieBase drools;
    private int open;
    private boolean closed;
    private final OrderLines lines;
    private final Reviews reviews;
    private final int[] tables;
    private final List<List<Shown>> captured;
    private final boolean[] groups = new boolean[Stratum.values().length * Situation.Scope.values().length];
    private final Map<Rule, Integer> order = new IdentityHashMap<>();

    public CompiledRules(List<Rule> rules) {
        this(rules, false);
        this.drools = drools();
    }

    private CompiledRules(List<Rule> rules, boolean closed) {
        this.closed = closed;
        this.rules = List.copyOf(rules);
        this.slots = new Slots(rules);
        this.lines = new OrderLines(rules);
        this.reviews = new Reviews(rules, slots);
        this.tables = new int[rules.size()];
        this.captured = rules.stream().map(rule -> rule.captured().stream().map(this::shown).toList()).toList();
        var files = new HashMap<String, Integer>();
        for (var index = 0; index < rules.size(); index++) {
            var rule = rules.get(index);
            order.put(rule, index);
            groups[Look.group(rule.stratum(), rule.scope())] |= rule.meta().status() != RuleMeta.Status.RETIRED;
            tables[index] = rule.meta().hitPolicy() == HitPolicy.ALL || rule.meta().hitPolicy() == HitPolicy.SUM
                    ? -1
                    : files.computeIfAbsent(rule.origin().file(), _ -> files.size());
        }
    }

    /** For those who only read: nothing is built until somebody opens a session. */
    public static CompiledRules toRead(List<Rule> rules) {
        return new CompiledRules(rules, true);
    }

    /** A value that a reason shows, looked up once. */
    record Shown(String key, int slot, Condition condition) {}

    private Shown shown(Condition condition) {
        return new Shown(condition.key(), slots.slot(condition), condition);
    }

    public List<Rule> rules() {
        return rules;
    }

    Slots slots() {
        return slots;
    }

    OrderLines lines() {
        return lines;
    }

    Reviews reviews() {
        return reviews;
    }

    /** The table whose hit policy binds the rule; -1 for none. */
    int table(int rule) {
        return tables[rule];
    }

    /** Whether it speaks beside other rows of its table. */
    boolean collects(int rule) {
        return rules.get(rule).meta().hitPolicy() == HitPolicy.COLLECT && !rules.get(rule).isForTheRest();
    }

    /** What a reason of the rule shows. */
    List<Shown> captured(int rule) {
        return captured.get(rule);
    }

    boolean anyFor(Stratum stratum, Situation.Scope scope) {
        return groups[Look.group(stratum, scope)];
    }

    Comparator<Hit> inOrder() {
        return Comparator.comparingInt(hit -> order.getOrDefault(hit.rule(), 0));
    }

    /** To be given back by {@link #end}. */
    KieSession newSession() {
        var configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(ClockTypeOption.PSEUDO);
        var base = lent();
        try {
            return base.newKieSession(configuration, null);
        } catch (RuntimeException | Error failed) {
            givenBack();
            throw failed;
        }
    }

    void end(KieSession session) {
        session.dispose();
        givenBack();
    }

    private synchronized KieBase lent() {
        open++;
        return drools();
    }

    private synchronized void givenBack() {
        open--;
        letGoWhenLast();
    }

    /** With the last session, what Drools made is let go, even while somebody keeps the rules to read in them. */
    public synchronized void close() {
        closed = true;
        letGoWhenLast();
    }

    public synchronized boolean isHeld() {
        return drools != null;
    }

    private void letGoWhenLast() {
        if (closed && open == 0) {
            drools = null;
        }
    }

    /** Built again for one who asked for the rules before they were closed and opens his session only now: slow, never wrong. */
    private KieBase drools() {
        var base = drools;
        if (base == null) {
            base = DroolsBuild.GUARDED.compiled(new DrlWriter(slots).write(rules));
            drools = base;
        }
        return base;
    }
}
