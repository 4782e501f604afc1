package io.rapport.rulebook.drools;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.rapport.facts.Decision;
import io.rapport.facts.Reason;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Hit;
import io.rapport.rulebook.RuleSession;
import io.rapport.rulebook.Stratum;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** One long session: situations go in, rules fire, situations go out again. */
public final class DroolsSession implements RuleSession {

    private final CompiledRules compiled;
    private final KieSession session;
    private final Firing firing = new Firing();
    /** Kept from one firing of a stratum to its next, so that what rules have read can be asked for. */
    private final Map<Stratum, List<Look>> looks = new EnumMap<>(Stratum.class);
    private final List<FactHandle> handles = new ArrayList<>();
    private boolean closed;

    public DroolsSession(CompiledRules compiled) {
        this.compiled = compiled;
        this.session = compiled.newSession();
        session.setGlobal("firing", firing);
    }

    @Override
    public List<Hit> fire(Stratum stratum, List<Situation> situations) {
        var hits = new ArrayList<Hit>();
        var used = 0;
        for (var situation : situations) {
            if (!compiled.anyFor(stratum, situation.scope())) {
                continue;
            }
            var known = compiled.lines().recall(stratum, situation);
            if (known == null) {
                handles.add(session.insert(look(stratum, used++).at(stratum, situation)));
            } else {
                hits.addAll(known);
            }
        }
        if (used > 0) {
            hits.addAll(fired(stratum, used));
        }
        if (hits.size() > 1 && situations.size() > 1) {
            hits.sort(compiled.inOrder());
        }
        return hits;
    }

    private List<Hit> fired(Stratum stratum, int used) {
        try {
            session.getAgenda().getAgendaGroup(stratum.name()).setFocus();
            var limit = compiled.rules().size() * used;
            fireAtMost(limit, session);
            firing.sort();
            return compiled.lines().remember(stratum, looks(stratum).subList(0, used), spoken());
        } finally {
            firing.clear();
            handles.forEach(session::delete);
            handles.clear();
        }
    }

    /** Each rule fires once for each situation at most: more is a loop, and ends here. */
    static void fireAtMost(int limit, KieSession session) {
        var fired = session.fireAllRules(limit + 1);
        if (fired > limit) {
            throw new IllegalStateException("More rules fired than there are: [" + fired + "]");
        }
    }

    /** Applies the hit policies: of a table's rows the first that holds for a situation, or all but the one for the rest. */
    private List<Hit> spoken() {
        var hits = new ArrayList<Hit>(firing.count());
        Set<Spoken> tables = new HashSet<>();
        for (var i = 0; i < firing.count(); i++) {
            var index = firing.rule(i);
            var look = firing.look(i);
            var table = compiled.table(index);
            if (table < 0 || tables.add(new Spoken(table, look)) || compiled.collects(index)) {
                hits.add(new Hit(compiled.rules().get(index), look.situation(), reason(index, look)));
            }
        }
        return hits;
    }

    private Reason reason(int index, Look look) {
        var shown = compiled.captured(index);
        var captured = new ArrayList<Reason.Captured>(shown.size());
        for (var each : shown) {
            captured.add(new Reason.Captured(each.key(), look.captured(each)));
        }
        return new Reason(compiled.rules().get(index).id(), captured);
    }

    @Override
    public List<Decision.Review> reviews(Stratum stratum, Situation situation) {
        var reviews = compiled.reviews();
        return reviews.any(stratum, situation.scope()) ? reviews.of(read(stratum, situation)) : List.of();
    }

    private Look read(Stratum stratum, Situation situation) {
        for (var look : looks(stratum)) {
            if (look.isAt(situation)) {
                return look;
            }
        }
        return new Look(compiled.slots()).at(stratum, situation);
    }

    private Look look(Stratum stratum, int at) {
        var pool = looks(stratum);
        while (pool.size() <= at) {
            pool.add(new Look(compiled.slots()));
        }
        return pool.get(at);
    }

    private List<Look> looks(Stratum stratum) {
        return looks.computeIfAbsent(stratum, _ -> new ArrayList<>());
    }

    private record Spoken(int table, Look look) {}

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            compiled.end(session);
        }
    }
}
